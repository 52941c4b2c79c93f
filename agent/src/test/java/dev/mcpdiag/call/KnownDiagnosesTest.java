package dev.mcpdiag.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownDiagnosesTest {
  private static final Diagnosis FIRST = named("ACME_FIRST");
  private static final Diagnosis SECOND = named("ACME_SECOND");

  private final KnownDiagnoses known = new KnownDiagnoses();

  @Test
  void knowTheThrowableAndItsCauses() {
    known.want();
    Throwable cause = new IOException("lost");
    Throwable failure = new IllegalStateException(cause);
    known.remember(failure, FIRST);
    assertEquals(FIRST, known.of(failure));
    assertEquals(FIRST, known.of(cause));
    assertNull(known.of(new IOException("lost")));
  }

  @Test
  void takeTheNewestOfASharedThrowable() {
    known.want();
    Throwable shared = new IOException("shared");
    known.remember(shared, FIRST);
    known.remember(shared, SECOND);
    assertEquals(SECOND, known.of(shared));
  }

  @Test
  void forgetTheOldestWhenThereAreTooMany() {
    known.want();
    List<Throwable> all = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      all.add(new IOException());
      known.remember(all.get(i), FIRST);
    }
    assertNull(known.of(all.get(499)));
    assertEquals(FIRST, known.of(all.get(500)));
  }

  @Test
  void keepNoThrowableAlive() throws InterruptedException {
    known.want();
    WeakReference<Throwable> weak = remembered();
    for (int i = 0; i < 50 && !weak.refersTo(null); i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertNull(weak.get());
  }

  @Test
  void rememberNothingWhileNobodyMayAsk() {
    Throwable failure = new IOException("lost");
    known.remember(failure, FIRST);
    assertNull(known.of(failure));
  }

  private WeakReference<Throwable> remembered() {
    Throwable failure = new IOException("lost");
    known.remember(failure, FIRST);
    return new WeakReference<>(failure);
  }

  private static Diagnosis named(String code) {
    return Diagnosis.of(code, FailureType.INTERNAL).build();
  }
}
