package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.ConnectionState;
import dev.mcpdiag.failure.Notice;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableLongPointData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How each server stood last; of several connections to one server, the last that changed. Who
 * calls it lets no more servers in than there may be labels.
 */
final class ServerStates {
  private static final ConnectionState[] ALL = ConnectionState.values();

  private final Map<Server, ConnectionState> states = new ConcurrentHashMap<>();

  private record Server(String name, String side) {}

  void changed(Notice.StateChanged notice) {
    Server server = new Server(notice.peer().serverName(), notice.side().text());
    states.put(server, notice.state());
  }

  boolean hasAny() {
    return !states.isEmpty();
  }

  /** One point for each state of each server: 1 for the current one, 0 for the others. */
  List<LongPointData> points(long start, long now) {
    List<LongPointData> points = new ArrayList<>(states.size() * ALL.length);
    states.forEach(
        (server, current) -> {
          for (ConnectionState state : ALL) {
            Attributes labels =
                Attributes.builder()
                    .put(Names.SERVER_NAME, server.name())
                    .put(Names.SIDE, server.side())
                    .put(Names.STATE, state.text())
                    .build();
            points.add(ImmutableLongPointData.create(start, now, labels, state == current ? 1 : 0));
          }
        });
    return points;
  }
}
