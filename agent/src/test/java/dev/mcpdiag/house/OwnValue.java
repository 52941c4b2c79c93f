package dev.mcpdiag.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Runs a hook and checks that the SDK gets what it would get without the agent. */
final class OwnValue {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private OwnValue() {}

  /** By the hook's result: the passed value, nothing, or the JDK's own call. */
  static void comesFrom(Method hook) throws Exception {
    Class<?> result = hook.getReturnType();
    if (result == Object.class) {
      @Nullable Object[] values = values(hook);
      assertSame(values[0], hook.invoke(null, values), hook + " changed the SDK's value");
    } else if (result == void.class) {
      assertNull(hook.invoke(null, values(hook)));
    } else if (result == CompletableFuture.class) {
      theExchangeIsTheSdksOwn(hook);
    } else if (result == HttpRequest.BodyPublisher.class) {
      theBodyIsTheSdksOwn(hook);
    } else if (result == Process.class) {
      theProcessIsTheSdksOwn(hook);
    } else if (result == URI.class) {
      theAddressIsTheSdksOwn(hook);
    } else if (result == String.class) {
      theMessageIsTheExceptions(hook);
    } else {
      fail("tell OwnValue what the SDK's own value of " + hook + " is");
    }
  }

  private static void theExchangeIsTheSdksOwn(Method hook) throws Exception {
    StubClient client = new StubClient();
    @Nullable Object[] values = values(hook);
    values[0] = client;
    values[1] = HttpRequest.newBuilder(URI.create("http://localhost/")).build();
    values[2] = HttpResponse.BodyHandlers.discarding();
    assertSame(client.answer(), hook.invoke(null, values), hook + " changed the exchange");
  }

  private static void theAddressIsTheSdksOwn(Method hook) throws Exception {
    @Nullable Object[] values = values(hook);
    values[0] = "http://localhost/mcp";
    assertEquals(URI.create("http://localhost/mcp"), hook.invoke(null, values));
    values[0] = "ht!tp:nowhere";
    var seen = assertThrows(InvocationTargetException.class, () -> hook.invoke(null, values));
    assertInstanceOf(IllegalArgumentException.class, seen.getCause(), "what the JDK throws");
  }

  private static void theBodyIsTheSdksOwn(Method hook) throws Exception {
    @Nullable Object[] values = values(hook);
    values[0] = "four";
    var body = assertInstanceOf(HttpRequest.BodyPublisher.class, hook.invoke(null, values));
    assertEquals(4, body.contentLength(), hook + " changed the body");
  }

  private static void theMessageIsTheExceptions(Method hook) throws Exception {
    @Nullable Object[] values = values(hook);
    values[0] = new IllegalStateException("the till is open");
    assertEquals("the till is open", hook.invoke(null, values), hook + " changed the message");
  }

  private static void theProcessIsTheSdksOwn(Method hook) throws Exception {
    @Nullable Object[] values = values(hook);
    values[0] = new ProcessBuilder(JAVA, "--version").redirectErrorStream(true);
    Process process = assertInstanceOf(Process.class, hook.invoke(null, values));
    process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor());

    values[0] = new ProcessBuilder("there-is-no-such-program");
    try {
      hook.invoke(null, values);
      fail(hook + " hid that the program is missing");
    } catch (InvocationTargetException e) {
      assertInstanceOf(IOException.class, e.getCause(), hook + " changed the SDK's exception");
    }
  }

  private static @Nullable Object[] values(Method hook) {
    return Arrays.stream(hook.getParameterTypes())
        .map(
            type ->
                type.isPrimitive()
                    ? Array.get(Array.newInstance(type, 1), 0)
                    : type == Object.class ? new Object() : null)
        .toArray();
  }
}
