package dev.mcpdiag.benchmarks.parts;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.classify.Case;
import dev.mcpdiag.classify.Classifier;
import dev.mcpdiag.classify.Verdict;
import dev.mcpdiag.evidence.ThrowableChain;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long the built-in rules take, by what ended the call and how long its text is. Samples and
 * not averages: the median tells the rules from what else the machine has to do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ClassificationTime {
  /** Characters of the text: 100 B to 10 MB. */
  @Param({"100", "10000", "1000000", "10000000"})
  public int length;

  private final Classifier rules = new Classifier();
  private String text = "";
  private Throwable throwable = new IOException();

  /** Runs it and prints the table; options of JMH are not taken. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(ClassificationTime.class.getName()).build()).run();
  }

  /** Makes the text. */
  @Setup
  public void write() {
    text = "y".repeat(length);
    throwable = new IllegalStateException(text, new IOException(text));
  }

  /** The peer's error whose text is read: no list of tools was seen. */
  @Benchmark
  public Verdict peerError() {
    PeerError error = new PeerError(-32602, text, Optional.of(text));
    return rules.judge(ended(Case.Ending.REJECTED, ThrowableChain.NONE, error, null));
  }

  /** A tool's result that says isError, no word of which is known. */
  @Benchmark
  public Verdict errorResult() {
    return rules.judge(ended(Case.Ending.ERROR_RESULT, ThrowableChain.NONE, null, text));
  }

  /** Two throwables that no rule knows: all of them are asked. With the projection of the chain. */
  @Benchmark
  public Verdict throwable() {
    ThrowableChain chain = ThrowableChain.of(throwable);
    return rules.judge(ended(Case.Ending.THROWN, chain, null, null));
  }

  private static Case ended(
      Case.Ending ending,
      ThrowableChain chain,
      @Nullable PeerError peer,
      @Nullable String resultText) {
    return new Case(
        new Case.Call(
            Side.CLIENT, false, Phase.CALL, Transport.STREAMABLE_HTTP, "tools/call", "search"),
        new Case.Outcome(ending, chain, peer, resultText),
        Case.Seen.NOTHING,
        new Case.Known(null, true, 0),
        new Case.Timing(0, 1_000_000, Duration.ofSeconds(20)));
  }
}
