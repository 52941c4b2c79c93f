package labapp;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.http.server.HttpServer;

/** Routed functions on Netty. */
final class FluxSite {
  private FluxSite() {}

  /** The port. */
  static int serve(Object routes) {
    var handler = RouterFunctions.toHttpHandler((RouterFunction<?>) routes);
    return HttpServer.create()
        .host("127.0.0.1")
        .port(0)
        .handle(new ReactorHttpHandlerAdapter(handler))
        .bindNow()
        .port();
  }
}
