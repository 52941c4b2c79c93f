package labapp;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/** Tools that work, take their time, say that they failed, and throw. */
final class Tools {
  static final List<String> NAMES = List.of("echo", "slow", "fails", "throws", "halts", "closes");

  private static final String SCHEMA = "io.modelcontextprotocol.spec.McpSchema$";
  private static final String ANY_OBJECT = "{\"type\":\"object\",\"properties\":{}}";

  private Tools() {}

  static Object run(String tool) {
    switch (tool) {
      case "slow":
        sleepSeconds(8);
        return result("slow but done", false);
      case "halts":
        inTheMidst(() -> Runtime.getRuntime().halt(9));
        return result("never", false);
      case "closes":
        inTheMidst(Servers::closeAll);
        return result("too late", false);
      case "fails":
        return result("the report could not be written", true);
      case "throws":
        sleepSeconds(0);
        throw new IllegalStateException("ledger 7 is closed");
      default:
        return result("echo", false);
    }
  }

  /** Something happens to the server while a call is open. */
  private static void inTheMidst(Runnable end) {
    new Thread(
            () -> {
              aMoment();
              end.run();
            })
        .start();
    sleepSeconds(8);
  }

  static void aMoment() {
    sleepSeconds(0);
  }

  /** Never less than a moment: a tool that throws at once may destroy its own answer in the SDK. */
  private static void sleepSeconds(long seconds) {
    try {
      Thread.sleep(seconds * 1000 + 50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static Object declared(String name) throws Exception {
    if (Loose.type(SCHEMA + "Tool$Builder").isEmpty()) {
      return Loose.create(SCHEMA + "Tool", name, name + " tool", ANY_OBJECT);
    }
    Object builder = Loose.create(SCHEMA + "Tool$Builder");
    Loose.call(builder, "name", name);
    Loose.call(builder, "description", name + " tool");
    if (Loose.has(builder, "inputSchema", String.class)) {
      Loose.call(builder, "inputSchema", ANY_OBJECT);
    } else {
      Loose.call(builder, "inputSchema", Json.mapper(), ANY_OBJECT);
    }
    return Loose.call(builder, "build");
  }

  static Object result(String text, boolean isError) {
    try {
      Object content = Loose.create(SCHEMA + "TextContent", text);
      return record(
          Class.forName(SCHEMA + "CallToolResult"),
          Map.of("content", List.of(content), "isError", isError));
    } catch (Exception e) {
      throw new LinkageError("this SDK version builds results differently", e);
    }
  }

  static Object record(Class<?> type, Map<String, Object> values) throws Exception {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      arguments[i] = values.get(components[i].getName());
    }
    return type.getDeclaredConstructor(types).newInstance(arguments);
  }
}
