package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Connection;
import io.modelcontextprotocol.client.transport.ServerParameters;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a stdio transport starts: (transport, parameters). */
final class CommandAdapter implements Function<@Nullable Object[], @Nullable Object> {
  private static final String SETTING = "command";
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "zsh", "ksh", "cmd", "cmd.exe", "powershell.exe", "pwsh");

  private final Services services;

  CommandAdapter(Services services) {
    this.services = services;
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    if (values[0] != null && values[1] instanceof ServerParameters parameters) {
      Connection connection = services.connections().of(values[0]);
      if (!connection.isLocated() && parameters.getCommand() != null) {
        connection.startedFrom(parameters.getCommand());
        look(parameters, connection);
      }
    }
    return null;
  }

  /** A shell fills in its arguments itself. */
  private static void look(ServerParameters parameters, Connection connection) {
    connection.isSetTo(SETTING, parameters.getCommand());
    parameters.getEnv().values().forEach(value -> connection.isSetTo(SETTING, value));
    if (!SHELLS.contains(connection.peer().target())) {
      parameters.getArgs().forEach(argument -> connection.isSetTo(SETTING, argument));
    }
  }
}
