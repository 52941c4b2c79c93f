package dev.mcpdiag.console;

import dev.mcpdiag.config.OptionsTable;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code java -jar mcpdiag-agent.jar ...}: what the jar tells about itself. Prints nothing; the
 * caller does.
 *
 * @param codes the catalogue as a table for people
 * @param codesAsJson the catalogue as JSON
 * @param places what is watched of an SDK, for {@code --version --verbose}
 */
public record CommandLine(
    String version, Supplier<String> codes, Supplier<String> codesAsJson, Supplier<String> places) {
  private static final String HELP =
      """
      mcpdiag finds the true cause of MCP failures in a JVM.

      Attach it:  java -javaagent:mcpdiag-agent.jar[=key=value;key=value] -jar your-application.jar

      Ask it:     java -jar mcpdiag-agent.jar --version         version; with --verbose also what is watched
                                              --codes [--json]  all codes that a failure can get
                                              --config          all options
                                              --help            this text
      """;

  /**
   * What to print and how to end.
   *
   * @param out for stdout, with its line breaks; may be empty
   * @param err for stderr, with its line breaks; may be empty
   */
  public record Answer(String out, String err, int exitCode) {}

  /** Answers the arguments; 0 where they are known, else 2 with the help on stderr. */
  public Answer run(String... args) {
    return switch (String.join(" ", args)) {
      case "", "--help", "-h" -> answer(HELP);
      case "--version" -> answer("mcpdiag " + version);
      case "--version --verbose", "--verbose --version" ->
          answer("mcpdiag " + version + "\n" + places.get());
      case "--codes" -> answer(codes.get());
      case "--codes --json", "--json --codes" -> answer(codesAsJson.get());
      case "--config" -> answer(OptionsTable.text());
      default -> {
        String unknown = Ascii.line(String.join(" ", List.of(args)));
        yield new Answer("", "mcpdiag does not know: " + unknown + "\n\n" + HELP, 2);
      }
    };
  }

  private static Answer answer(String out) {
    return new Answer(out.endsWith("\n") ? out : out + "\n", "", 0);
  }
}
