package dev.mcpdiag.sdk;

import io.modelcontextprotocol.spec.McpdiagHook;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the adapter of each hook, unless it does not link to the SDK at hand. */
public final class Adapters {
  private Adapters() {}

  /**
   * Called once per companion.
   *
   * @param isLinked asked with the simple name of an adapter class; false leaves its hooks dark
   * @param onFault hears of faults while signals pass
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static Function<@Nullable Object[], @Nullable Object>[] of(
      Services services, Predicate<String> isLinked, Consumer<Throwable> onFault) {
    Faults.tell(onFault);
    Function[] all = new Function[McpdiagHook.ROWS];
    if (isLinked.test("RequestAdapter")) {
      all[McpdiagHook.REQUEST] = new RequestAdapter(services);
      all[McpdiagHook.NOTIFICATION] = all[McpdiagHook.REQUEST];
    }
    if (isLinked.test("OperationAdapter")) {
      all[McpdiagHook.OPERATION] = new OperationAdapter(services);
    }
    if (isLinked.test("MessageAdapter")) {
      all[McpdiagHook.MESSAGE] = new MessageAdapter(services);
    }
    if (isLinked.test("NotificationAdapter")) {
      all[McpdiagHook.ANNOUNCEMENT] = new NotificationAdapter(services);
    }
    if (isLinked.test("ConnectingAdapter")) {
      all[McpdiagHook.CONNECTING] = new ConnectingAdapter(services);
    }
    if (isLinked.test("CommandAdapter")) {
      all[McpdiagHook.COMMAND] = new CommandAdapter(services);
    }
    if (isLinked.test("ExchangeAdapter")) {
      all[McpdiagHook.EXCHANGE] = new ExchangeAdapter(services);
    }
    if (isLinked.test("WebClientAdapter")) {
      all[McpdiagHook.WEB_CLIENT] = new WebClientAdapter(services);
    }
    all[McpdiagHook.BODY] = new BodyAdapter(services);
    reading(all, new ReadingAdapters(services));
    all[McpdiagHook.ADDRESS] = new AddressAdapter(services);
    all[McpdiagHook.REFUSED_ADDRESS] = new RefusedAddressAdapter(services);
    if (isLinked.test("ServerAdapters")) {
      servers(all, new ServerAdapters(services), services);
    }
    if (isLinked.test("HandlerAdapters")) {
      HandlerAdapters handlers = new HandlerAdapters();
      all[McpdiagHook.HANDLED] = handlers.handled();
      all[McpdiagHook.FUNCTION] = handlers.function();
      all[McpdiagHook.SWALLOWED] = HandlerAdapters.swallowed();
      all[McpdiagHook.RETURNED] = HandlerAdapters.returned();
    }
    if (isLinked.test("SignInAdapters")) {
      SignInAdapters signIns = new SignInAdapters(services);
      all[McpdiagHook.PREPARING] = signIns.preparing();
      all[McpdiagHook.AUTHORIZING] = SignInAdapters.authorizing();
      all[McpdiagHook.AUTHORIZED] = SignInAdapters.authorized();
      all[McpdiagHook.SIGNING_IN] = SignInAdapters.signingIn();
    }
    sessions(all, new SessionAdapters(services));
    stdio(all, new StdioAdapters(services));
    return all;
  }

  @SuppressWarnings("rawtypes")
  private static void servers(Function[] all, ServerAdapters servers, Services services) {
    all[McpdiagHook.SERVER] = servers.built();
    all[McpdiagHook.HANDLERS] = servers.prepared();
    all[McpdiagHook.SESSION] = servers.session();
    all[McpdiagHook.INCOMING] = servers.incoming();
    all[McpdiagHook.ANSWERING] = ServerAdapters.answering();
    all[McpdiagHook.ASKING] = servers.asking();
    all[McpdiagHook.ASKED] = servers.asked();
    all[McpdiagHook.BEGINNING] = servers.beginning();
    RejectionAdapter rejections = new RejectionAdapter(services, servers.peers());
    all[McpdiagHook.SERVING] = RejectionAdapter.serving();
    all[McpdiagHook.INPUT] = RejectionAdapter.input();
    all[McpdiagHook.INPUT_READ] = RejectionAdapter.inputRead();
    all[McpdiagHook.INPUT_ENDED] = rejections.inputEnded();
    all[McpdiagHook.OWN_BODY] = RejectionAdapter.ownBody();
    all[McpdiagHook.REJECTION] = rejections.served();
    all[McpdiagHook.WRITING] = Writing.writing();
    all[McpdiagHook.WRITTEN] = Writing.written();
  }

  @SuppressWarnings("rawtypes")
  private static void sessions(Function[] all, SessionAdapters sessions) {
    all[McpdiagHook.CLOSING] = sessions.closing();
    all[McpdiagHook.HIDDEN] = sessions.hidden();
    all[McpdiagHook.TIMER] = sessions.timer();
  }

  @SuppressWarnings("rawtypes")
  private static void reading(Function[] all, ReadingAdapters reading) {
    all[McpdiagHook.READING] = reading.reading();
    all[McpdiagHook.READ] = reading.read();
  }

  @SuppressWarnings("rawtypes")
  private static void stdio(Function[] all, StdioAdapters stdio) {
    all[McpdiagHook.START] = stdio.start();
    all[McpdiagHook.LINE] = stdio.line();
    all[McpdiagHook.PARSED] = stdio.parsed();
    all[McpdiagHook.READER_ENDED] = stdio.readerEnded();
    all[McpdiagHook.STDERR_LINE] = stdio.stderrLine();
  }
}
