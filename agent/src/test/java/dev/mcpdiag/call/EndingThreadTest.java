package dev.mcpdiag.call;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

class EndingThreadTest {
  @Test
  void mayWaitWhereApplicationsWait() throws InterruptedException {
    assertTrue(EndingThread.mayWait());
    AtomicBoolean answer = new AtomicBoolean();
    Thread plain = new Thread(() -> answer.set(EndingThread.mayWait()));
    plain.start();
    plain.join();
    assertTrue(answer.get());
    assertTrue(onScheduler(Schedulers.boundedElastic()));
  }

  @Test
  void mustNotWaitOnAThreadOfReactorThatMustNotBlock() {
    assertFalse(onScheduler(Schedulers.parallel()));
    assertFalse(onScheduler(Schedulers.single()));
  }

  private static boolean onScheduler(reactor.core.scheduler.Scheduler scheduler) {
    return Boolean.TRUE.equals(
        reactor.core.publisher.Mono.fromCallable(EndingThread::mayWait)
            .subscribeOn(scheduler)
            .block());
  }
}
