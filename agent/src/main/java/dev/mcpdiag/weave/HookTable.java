package dev.mcpdiag.weave;

import static dev.mcpdiag.weave.Push.CARRIER;
import static dev.mcpdiag.weave.Push.METHOD_NAME;
import static dev.mcpdiag.weave.Push.NOTHING;
import static dev.mcpdiag.weave.Push.SELF;
import static dev.mcpdiag.weave.Push.field;
import static dev.mcpdiag.weave.Push.parameter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Every hook of the agent, by exact class name. Where a class has a method in some SDK versions
 * only, the row simply matches nothing in the others.
 */
final class HookTable {
  private static final String ROOT = "io/modelcontextprotocol/";
  private static final String SESSION = ROOT + "spec/McpClientSession";
  private static final String CLIENT = ROOT + "client/McpAsyncClient";
  private static final String LIFECYCLE = ROOT + "client/LifecycleInitializer";
  private static final String TRANSPORT = ROOT + "client/transport/";
  private static final String STREAMABLE = TRANSPORT + "HttpClientStreamableHttpTransport";
  private static final String SSE = TRANSPORT + "HttpClientSseClientTransport";
  private static final String STDIO = TRANSPORT + "StdioClientTransport";
  private static final String MONO = ")Lreactor/core/publisher/Mono;";

  /** The interfaces of handlers, by generation of the SDK. */
  private static final List<String> HANDLERS =
      List.of(
          ROOT + "server/McpRequestHandler.handle(",
          ROOT + "server/McpStatelessRequestHandler.handle(",
          ROOT + "spec/McpServerSession$RequestHandler.handle(",
          ROOT + "server/McpNotificationHandler.handle(",
          ROOT + "server/McpStatelessNotificationHandler.handle(",
          ROOT + "spec/McpServerSession$NotificationHandler.handle(",
          ROOT + "spec/McpServerSession$InitNotificationHandler.handle(");

  private final Map<String, List<HookRow>> rows = new HashMap<>();

  HookTable() {
    sessions();
    httpTransports();
    webFlux();
    stdio();
    servers();
    settings();
    signIn();
    SpringRows.all().forEach(this::add);
    result(ApplicationOtel.SDK_BUILDER, named("build", "()"), "built");
  }

  /** The rows of a class, empty for a class that is not hooked. */
  List<HookRow> of(String className) {
    return rows.getOrDefault(className, List.of());
  }

  private void sessions() {
    result(
        SESSION,
        named("sendRequest", "(Ljava/lang/String;Ljava/lang/Object;"),
        "request",
        SELF,
        parameter(0),
        parameter(1),
        field("transport"),
        field("requestTimeout"));
    result(
        SESSION,
        named("sendNotification", "(Ljava/lang/String;"),
        "notification",
        SELF,
        parameter(0),
        parameter(1),
        field("transport"));
    call(Shape.CALL_ARGUMENT, SESSION, lambdaOf("sendRequest"), "sendMessage", "message", CARRIER);
    call(
        Shape.CALL_ARGUMENT,
        SESSION,
        named("sendNotification", "("),
        "sendMessage",
        "announcement",
        field("transport"));
    call(
        Shape.CALL_RESULT,
        SESSION,
        named("<init>", ""),
        "connect",
        "connecting",
        field("transport"),
        SELF);
    result(
        CLIENT,
        HookTable::isOperation,
        "operation",
        SELF,
        field("transport"),
        field("initializer"),
        METHOD_NAME,
        parameter(0));
    for (String closes : List.of("close", "closeGracefully")) {
      entry(CLIENT, named(closes, "()"), "closing", field("transport"));
    }
    entry(
        LIFECYCLE,
        named("handleException", "(Ljava/lang/Throwable;)V"),
        "hidden",
        SELF,
        parameter(0));
    entry(LIFECYCLE, named("doInitialize", "("), "timer", SELF, field("initializationTimeout"));
  }

  private void httpTransports() {
    for (String transport : List.of(STREAMABLE, SSE)) {
      String endpoint = transport.equals(SSE) ? "sseEndpoint" : "endpoint";
      for (String method : List.of("connect", "sendMessage")) {
        entry(
            transport,
            named(method, "("),
            "address",
            SELF,
            field("baseUri"),
            field(endpoint),
            field("sseClient"));
      }
      entry(transport, named("closeGracefully", "()"), "closing", SELF);
    }
    for (String caller :
        List.of(STREAMABLE, SSE, TRANSPORT + "FlowSseClient", TRANSPORT + "ResponseBodyHandlers")) {
      call(
          Shape.REPLACE_CALL,
          caller,
          HookTable::any,
          "java/net/http/HttpClient.sendAsync(Ljava/net/http/HttpRequest;"
              + "Ljava/net/http/HttpResponse$BodyHandler;)",
          "sendAsync",
          SELF,
          CARRIER);
      call(
          Shape.REPLACE_CALL,
          caller,
          HookTable::any,
          "java/net/http/HttpRequest$BodyPublishers.ofString(Ljava/lang/String;)",
          "body",
          CARRIER,
          SELF);
    }
    call(
        Shape.CALL_ARGUMENT,
        SSE,
        HookTable::any,
        TRANSPORT + "ResponseBodyHandlers.sendAsync(",
        "handing",
        SELF);
    parsing(STREAMABLE, SELF);
    parsing(SSE, SELF);
    parsing(SSE + "$1", field("this$0")); // up to 0.10
  }

  /** Text that becomes a message, or does not: the SDK tells nobody. */
  private void parsing(String className, Push transport) {
    String parse = "deserializeJsonRpcMessage";
    call(Shape.CALL_ARGUMENT, className, HookTable::any, parse, "reading", transport, CARRIER);
    call(Shape.CALL_RESULT, className, HookTable::any, parse, "read", transport, CARRIER);
  }

  private void webFlux() {
    for (String root : List.of(TRANSPORT, "org/springframework/ai/mcp/client/webflux/transport/")) {
      for (String name : List.of("WebClientStreamableHttpTransport", "WebFluxSseClientTransport")) {
        String transport = root + name;
        call(
            Shape.CALL_RESULT,
            transport,
            named("<init>", "("),
            "org/springframework/web/reactive/function/client/WebClient$Builder.build()",
            "webClient",
            SELF);
        entry(transport, named("closeGracefully", "()"), "closing", SELF);
        parsing(transport, SELF);
      }
    }
  }

  private static boolean any(String name, String descriptor) {
    return true;
  }

  private void stdio() {
    for (String method : List.of("connect", "sendMessage")) {
      entry(STDIO, named(method, "("), "command", SELF, field("params"));
    }
    // A transport that was open before the agent came: its process is found here.
    entry(STDIO, named("sendMessage", "("), "running", SELF, field("process"));
    entry(STDIO, named("closeGracefully", "()"), "closing", SELF);
    call(
        Shape.REPLACE_CALL,
        STDIO,
        lambdaOf("connect"),
        "java/lang/ProcessBuilder.start()",
        "start",
        SELF);
    BiPredicate<String, String> reader = lambdaOf("startInboundProcessing");
    call(Shape.CALL_ARGUMENT, STDIO, reader, "deserializeJsonRpcMessage", "line", SELF);
    call(Shape.CALL_RESULT, STDIO, reader, "deserializeJsonRpcMessage", "parsed", SELF);
    add(new HookRow(STDIO, reader, Shape.EXIT, "", "readerEnded", List.of(SELF)));
    entry(STDIO, lambdaOf("handleIncomingErrors"), "stderrLine", SELF, parameter(0));
  }

  private void servers() {
    String spec = ROOT + "spec/";
    String server = ROOT + "server/";
    String stream = spec + "McpStreamableServerSession$McpStreamableServerSessionStream";
    for (String name : List.of("McpAsyncServer", "McpStatelessAsyncServer")) {
      add(
          new HookRow(
              server + name,
              named("<init>", ""),
              Shape.EXIT,
              "",
              "server",
              List.of(SELF, field("serverInfo"), field("mcpTransportProvider"))));
      for (String closes : List.of("close", "closeGracefully")) {
        entry(server + name, named(closes, "()"), "closing", SELF);
      }
      result(server + name, named("prepareRequestHandlers", "()"), "handlers", SELF);
      call(
          Shape.CALL_ARGUMENT,
          server + name,
          named("<init>", ""),
          "setMcpHandler",
          "handlers",
          SELF);
    }
    String session = "L" + spec + "McpServerSession;";
    result(
        server + "McpAsyncServer",
        (name, descriptor) -> name.startsWith("lambda$new$") && descriptor.endsWith(session),
        "handlers",
        SELF);
    Push[] incoming = {
      SELF, parameter(0), field("requestHandlers"), field("transport"), field("state")
    };
    String notification = "(L" + spec + "McpSchema$JSONRPCNotification;";
    for (String handles : List.of("handleIncomingRequest", "handleIncomingNotification")) {
      result(spec + "McpServerSession", named(handles, "("), "incoming", incoming);
    }
    result(spec + "McpStreamableServerSession", named("responseStream", "("), "incoming", incoming);
    result(
        spec + "McpStreamableServerSession", named("accept", notification), "incoming", incoming);
    add(
        new HookRow(
            spec + "McpStreamableServerSession",
            named("<init>", "("),
            Shape.EXIT,
            "",
            "session",
            List.of(SELF, field("id"), field("requestHandlers"))));
    result(
        stream,
        named("handle", "("),
        "incoming",
        field("this$0"),
        parameter(0),
        NOTHING,
        NOTHING,
        NOTHING);
    for (String handles : List.of("handleRequest", "handleNotification")) {
      result(
          server + "DefaultMcpStatelessServerHandler",
          named(handles, "("),
          "incoming",
          SELF,
          parameter(1),
          field("requestHandlers"),
          NOTHING,
          NOTHING);
    }
    call(
        Shape.CALL_ARGUMENT,
        server + "DefaultMcpStatelessServerHandler",
        named("handleRequest", "("),
        server + "McpStatelessRequestHandler.handle(",
        "beginning",
        SELF,
        parameter(1));
    for (String caller :
        List.of(
            spec + "McpServerSession",
            spec + "McpStreamableServerSession",
            stream,
            server + "DefaultMcpStatelessServerHandler")) {
      for (String handler : HANDLERS) {
        call(Shape.CALL_RESULT, caller, (name, descriptor) -> true, handler, "handled");
      }
      call(
          Shape.CALL_ARGUMENT,
          caller,
          (name, descriptor) -> !name.contains("sendRequest"),
          "sendMessage",
          "answering");
    }
    for (String caller : List.of(spec + "McpServerSession", stream)) {
      result(
          caller,
          named("sendRequest", "(Ljava/lang/String;Ljava/lang/Object;"),
          "asking",
          SELF,
          parameter(0),
          parameter(1),
          field("requestHandlers"),
          field("requestTimeout"));
      call(Shape.CALL_ARGUMENT, caller, lambdaOf("sendRequest"), "sendMessage", "message", CARRIER);
      BiPredicate<String, String> tells = named("sendNotification", "(Ljava/lang/String;");
      call(Shape.CALL_ARGUMENT, caller, tells, "sendMessage", "announcement", NOTHING);
      result(
          caller,
          tells,
          "asking",
          SELF,
          parameter(0),
          parameter(1),
          field("requestHandlers"),
          NOTHING);
    }
    for (String message : List.of("Request", "Notification")) {
      result(
          SESSION,
          named("handleIncoming" + message, "("),
          "asked",
          SELF,
          parameter(0),
          field("transport"));
      call(
          Shape.CALL_RESULT,
          SESSION,
          lambdaOf("handleIncoming" + message),
          SESSION + '$' + message + "Handler.handle(",
          "handled");
    }
    listeners(CLIENT);
    listeners(server + "McpAsyncServer");
    functions(server);
    for (String servlet :
        List.of(
            "HttpServletSseServerTransportProvider",
            "HttpServletStreamableServerTransportProvider",
            "HttpServletStatelessServerTransport")) {
      serving(server + "transport/" + servlet);
    }
    for (String servlet :
        List.of(
            "HttpServletSseServerTransportProvider",
            "HttpServletStreamableServerTransportProvider")) {
      BiPredicate<String, String> sends = named("sendEvent", "(Ljava/io/PrintWriter;");
      entry(server + "transport/" + servlet, sends, "writing");
      add(
          new HookRow(
              server + "transport/" + servlet, sends, Shape.EXIT, "", "written", List.of()));
    }
    String stdio = server + "transport/StdioServerTransportProvider$StdioMcpSessionTransport";
    BiPredicate<String, String> reader = lambdaOf("startInboundProcessing");
    reading(stdio, reader);
    add(new HookRow(stdio, reader, Shape.EXIT, "", "inputEnded", List.of(SELF)));
  }

  /** From the entry of a servlet method to its exit: what it parsed and what it answered. */
  private void serving(String servlet) {
    for (String serves : List.of("doGet", "doPost", "doDelete")) {
      entry(servlet, named(serves, "("), "serving", SELF);
      add(
          new HookRow(
              servlet,
              named(serves, "("),
              Shape.EXIT,
              "",
              "rejection",
              List.of(SELF, parameter(0), parameter(1))));
    }
    reading(servlet, named("doPost", "("));
    call(Shape.CALL_RESULT, servlet, HookTable::any, "writeValueAsString", "ownBody");
  }

  private void reading(String className, BiPredicate<String, String> method) {
    call(Shape.CALL_ARGUMENT, className, method, "deserializeJsonRpcMessage", "input");
    call(Shape.CALL_RESULT, className, method, "deserializeJsonRpcMessage", "inputRead");
  }

  /**
   * The application's consumers of notifications; the SDK keeps to itself what most of them throw.
   */
  private void listeners(String className) {
    call(
        Shape.CALL_RESULT,
        className,
        (name, descriptor) ->
            name.startsWith("lambda$async") && name.contains("NotificationHandler$"),
        "reactor/core/publisher/Flux.flatMap(",
        "handled");
  }

  /** The functions that an application gives for its tools, prompts, resources, completions. */
  private void functions(String server) {
    List<String> accessors =
        List.of("call", "callHandler", "readHandler", "promptHandler", "completionHandler");
    for (String features : List.of("McpServerFeatures", "McpStatelessServerFeatures")) {
      for (String way : List.of("Sync", "Async")) {
        for (String kind :
            List.of("Tool", "Prompt", "Resource", "ResourceTemplate", "Completion")) {
          result(
              server + features + "$" + way + kind + "Specification",
              (name, descriptor) ->
                  accessors.contains(name)
                      && descriptor.equals("()Ljava/util/function/BiFunction;"),
              "function");
        }
      }
    }
  }

  /** An address that the transport's constructor cannot read: no call is ever made with it. */
  private void settings() {
    for (String transport : List.of(STREAMABLE, SSE)) {
      call(
          Shape.REPLACE_CALL,
          transport,
          named("<init>", "("),
          "java/net/URI.create(Ljava/lang/String;)",
          "uri",
          SELF);
    }
  }

  /** What an application does for its tokens: before each request, and after a refused one. */
  private void signIn() {
    for (String transport : List.of(STREAMABLE, SSE)) {
      call(
          Shape.CALL_RESULT,
          transport,
          HookTable::any,
          "customize",
          "preparing",
          SELF,
          CARRIER,
          METHOD_NAME);
    }
    BiPredicate<String, String> retry = lambdaOf("authorizationErrorRetrySpec");
    call(Shape.CALL_ARGUMENT, STREAMABLE, retry, "handle", "authorizing", CARRIER);
    call(Shape.CALL_RESULT, STREAMABLE, retry, "handle", "authorized", CARRIER);
  }

  /** Public operations have a Mono as result; the client's own closing is none. */
  private static boolean isOperation(String name, String descriptor) {
    return descriptor.endsWith(MONO) && !name.startsWith("lambda$") && !name.startsWith("close");
  }

  private static BiPredicate<String, String> named(String name, String descriptorStart) {
    return (n, descriptor) -> n.equals(name) && descriptor.startsWith(descriptorStart);
  }

  private static BiPredicate<String, String> lambdaOf(String name) {
    String prefix = "lambda$" + name + "$";
    return (n, descriptor) -> n.startsWith(prefix);
  }

  private void entry(
      String className, BiPredicate<String, String> method, String hook, Push... pushes) {
    add(new HookRow(className, method, Shape.ENTRY, "", hook, List.of(pushes)));
  }

  private void result(
      String className, BiPredicate<String, String> method, String hook, Push... pushes) {
    add(new HookRow(className, method, Shape.RESULT, "", hook, List.of(pushes)));
  }

  private void call(
      Shape shape,
      String className,
      BiPredicate<String, String> method,
      String call,
      String hook,
      Push... pushes) {
    add(new HookRow(className, method, shape, call, hook, List.of(pushes)));
  }

  private void add(HookRow row) {
    rows.computeIfAbsent(row.className(), ignored -> new ArrayList<>()).add(row);
  }

  /** Name of the place of a row: its hook, numbered where a class has the hook more than once. */
  String place(HookRow row) {
    int number = 0;
    for (HookRow each : of(row.className())) {
      number += each.hook().equals(row.hook()) ? 1 : 0;
      if (each.equals(row)) {
        break;
      }
    }
    return number == 1 ? row.hook() : row.hook() + '#' + number;
  }
}
