package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Connection;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.FactValue;
import dev.mcpdiag.evidence.StartCheck;
import dev.mcpdiag.evidence.ThrowableChain;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The life of a stdio server, seen from its client; JDK types only. */
final class StdioAdapters {
  private final Services services;

  StdioAdapters(Services services) {
    this.services = services;
  }

  /**
   * (transport, process or null, error or null, builder or null): a start, or without a builder a
   * process that may have been there before the agent.
   */
  Function<@Nullable Object[], @Nullable Object> start() {
    return values -> {
      Connection connection = connection(values[0]);
      if (connection != null && values[1] instanceof Process process) {
        if (!connection.stdio().isNewProcess(process.pid())) {
          return null;
        }
        if (values[3] == null) {
          connection.answered(); // open before the agent came, so it got through initialize
        } else {
          connection.facts().note(FactKind.PROCESS_STARTED, FactValue.YES);
        }
        process.onExit().thenAccept(ended -> Guard.run(() -> exited(connection, ended)));
      } else if (connection != null && values[3] instanceof ProcessBuilder builder) {
        String reason = StartCheck.reason(builder, services.searchPath());
        ThrowableChain chain =
            values[2] instanceof Throwable error ? ThrowableChain.of(error) : ThrowableChain.NONE;
        connection.facts().note(FactKind.PROCESS_START_ERROR, reason, chain);
      }
      return null;
    };
  }

  private void exited(Connection connection, Process process) {
    if (connection.facts().newest(FactKind.CLOSING) != null) {
      return; // our own close ends the process: any exit code is benign then
    }
    connection.facts().note(FactKind.PROCESS_EXIT, Integer.toString(process.exitValue()));
    if (!connection.hasAnswered()) {
      services.calls().history().exitedEarly(connection.peer().serverName());
    }
  }

  /** (text, transport): a line that is about to be parsed. */
  Function<@Nullable Object[], @Nullable Object> line() {
    return values -> {
      Connection connection = connection(values[1]);
      if (connection != null) {
        connection.stdio().reading(String.valueOf(values[0]).length());
      }
      return null;
    };
  }

  /** (message, transport): the line was a message. */
  Function<@Nullable Object[], @Nullable Object> parsed() {
    return values -> {
      Connection connection = connection(values[1]);
      if (connection != null) {
        connection.stdio().read();
        if (!connection.hasAnswered()) {
          connection.answered();
          services.calls().history().spoke(connection.peer().serverName());
        }
      }
      return null;
    };
  }

  /** (transport): the reader stopped; a line that it did not get through is the reason. */
  Function<@Nullable Object[], @Nullable Object> readerEnded() {
    return values -> {
      Connection connection = connection(values[0]);
      if (connection != null && connection.facts().newest(FactKind.CLOSING) == null) {
        Integer unread = connection.stdio().unreadChars();
        if (unread != null) {
          connection.facts().note(FactKind.STDIO_UNPARSABLE, unread + "_chars");
        }
        connection.facts().note(FactKind.STDIO_READER_ENDED, FactValue.YES);
      }
      return null;
    };
  }

  /** (transport, line): only counted. */
  Function<@Nullable Object[], @Nullable Object> stderrLine() {
    return values -> {
      Connection connection = connection(values[0]);
      if (connection != null) {
        connection.stdio().wroteToStderr();
      }
      return null;
    };
  }

  private @Nullable Connection connection(@Nullable Object transport) {
    return transport == null ? null : services.connections().of(transport);
  }
}
