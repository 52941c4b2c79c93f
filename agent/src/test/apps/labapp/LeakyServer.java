package labapp;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A server whose handlers are careless with secrets, and a client that is none of the SDK's, in one
 * JVM. Prints what the client was told, and at the end what JMX shows of the agent.
 */
public final class LeakyServer {
  private static final String ASK =
      "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"%s\",\"params\":%s}";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private LeakyServer() {}

  public static void main(String[] args) throws Exception {
    Object transport = Servers.http("streamable");
    Object server = Loose.statically("io.modelcontextprotocol.server.McpServer", "sync", transport);
    Loose.call(server, "serverInfo", "lab token=canaryservername", "1.0");
    for (String tool : List.of("throws", "coded", "sad", "echo", "sk-canarytoolname0123456789")) {
      BiFunction<Object, Object, Object> work = (exchange, request) -> run(tool, request);
      Loose.call(server, "toolCall", Tools.declared(tool), work);
    }
    Loose.call(server, "build");
    URI address = URI.create("http://127.0.0.1:" + Web.serve(transport, 1).ports() + "/mcp");
    ask(address);
    Beans.all().forEach(line -> System.out.println("bean " + line));
    System.exit(0);
  }

  private static Object run(String tool, Object request) {
    Tools.aMoment(); // who throws at once may destroy its own answer in the SDK
    switch (tool) {
      case "throws" -> {
        IllegalStateException cause = new IllegalStateException("api_key=canaryservercause");
        cause.addSuppressed(new IllegalStateException("secret=canarysuppressed"));
        throw new IllegalStateException(
            "jdbc:postgresql://10.0.3.7/crm?user=svc&password=canaryjdbc"
                + " for /Users/canaryhome/app, bob@canarymail.example,"
                + " insert into t values ('canarysqlvalue')"
                + " as "
                + System.getenv("SERVICE_PASSWORD"),
            cause);
      }
      case "coded" -> throw Deeds.error(-32050, "token=canaryrpcmessage of " + request);
      case "sad" -> {
        return Tools.result("password=canaryresulttext", true);
      }
      default -> {
        return tagged(Tools.result("canaryresult " + request, false));
      }
    }
  }

  /** The same result with something in its {@code _meta}. */
  private static Object tagged(Object result) {
    try {
      Object content = Loose.call(result, "content");
      return Tools.record(
          result.getClass(),
          Map.of("content", content, "meta", Map.of("api_key", "canaryresultmeta")));
    } catch (Exception e) {
      throw new IllegalStateException("the lab itself failed", e);
    }
  }

  private static void ask(URI address) throws Exception {
    HttpResponse<String> hello =
        send(
            address,
            null,
            "1",
            "initialize",
            "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":"
                + "{\"name\":\"password=canaryclientname\",\"version\":\"1\"}}");
    String session = hello.headers().firstValue("mcp-session-id").orElseThrow();
    System.out.println("session canarysession is " + session);
    for (String tool : List.of("throws", "coded", "sad", "echo", "sk-canarytoolname0123456789")) {
      send(
          address,
          session,
          "password=canaryrequestid",
          "tools/call",
          "{\"name\":\""
              + tool
              + "\",\"arguments\":{\"note\":\"canaryargument\",\"ghp_canaryargname0123456789\":1},"
              + "\"_meta\":{\"baggage\":\"user=canarybaggage\"}}");
    }
    send(address, session, "7", "resources/read", "{\"uri\":\"lab://a/b?token=canaryuri\"}");
    send(address, session, "8", "token=canarymethod", "{}");
    send(address, session, "9", "tools/call", "{\"name\":\"password=canaryunknowntool\"}");
    send(address, "canaryforeignsession", "10", "tools/list", "{}");
    send(address, session, "11", "password=canarybroken", "{\"password\":\"canaryunread\"");
  }

  private static HttpResponse<String> send(
      URI address, String session, String id, String method, String params) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "?api_key=canaryquery"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("Authorization", "Bearer canaryauthorization")
            .header("Cookie", "sid=canarycookie")
            .header("X-Api-Key", "canaryheader");
    if (session != null) {
      request.header("Mcp-Session-Id", session);
    }
    String message = ASK.formatted(id, method, params);
    HttpResponse<String> answer =
        CLIENT.send(
            request.POST(HttpRequest.BodyPublishers.ofString(message)).build(),
            HttpResponse.BodyHandlers.ofString());
    System.out.println("asked " + request.build().headers().map() + " " + message);
    System.out.println("told " + answer.statusCode() + " " + answer.body());
    return answer;
  }
}
