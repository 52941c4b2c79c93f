package dev.mcpdiag.telemetry;

import dev.mcpdiag.problem.Problems;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way of one kind of item to its collector: gathered for a moment, written once, offered again
 * until the collector takes it. Items come on any thread; everything else is the export loop's.
 */
final class Lane<T> {
  /** Nothing to do until somebody wakes the loop. */
  static final long ASLEEP = Long.MAX_VALUE;

  private static final int ITEMS_KEPT_UNWRITTEN = 64;
  private static final int MAX_REQUEST_BYTES = 512 * 1024;
  private static final long PAUSE_AT_THE_END = Duration.ofMillis(100).toNanos();

  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration LONGEST_HEEDED = Duration.ofMinutes(1);

  /**
   * How much a lane may hold, how long it gathers, and how many items one request may have at most.
   */
  record Bounds(long maxBytes, int maxItems, Duration gather, int maxBatch) {}

  private final OtlpSender sender;
  private final Function<List<T>, byte[]> marshal;
  private final ExportTally.Count tally;
  private final Problems problems;
  private final Runnable wake;
  private final Inbox<T> inbox;
  private final Waiting waiting;
  private final long gatherNanos;
  private final int maxBatch;
  private final int keptUnwritten;
  private final Backoff backoff = new Backoff();
  private final Set<Answer> said = EnumSet.noneOf(Answer.class);

  private @Nullable Trip trip;
  private boolean gathering;
  private long gatheredUntil;
  private boolean pausing;
  private long pausedUntil;
  private boolean oneByOne;
  private boolean ending;
  private boolean givenUp;

  Lane(
      OtlpSender sender,
      Function<List<T>, byte[]> marshal,
      Bounds bounds,
      ExportTally.Count tally,
      Problems problems,
      Runnable wake) {
    this.sender = sender;
    this.marshal = marshal;
    this.tally = tally;
    this.problems = problems;
    this.wake = wake;
    this.inbox = new Inbox<>(bounds.maxItems());
    this.waiting = new Waiting(bounds.maxBytes(), bounds.maxItems());
    this.gatherNanos = bounds.gather().toNanos();
    this.maxBatch = Math.min(bounds.maxBatch(), bounds.maxItems());
    this.keptUnwritten = Math.min(ITEMS_KEPT_UNWRITTEN, maxBatch);
  }

  /** Any thread; returns at once. */
  void offer(T item) {
    tally.add();
    int size = inbox.offer(item);
    if (size == 0) {
      tally.dropped(DropReason.QUEUE_FULL, 1);
    } else if (size == 1 || size == maxBatch) {
      wake.run();
    }
  }

  /** Does what can be done now; returns the nanoseconds until there may be more to do. */
  long turn(long now) {
    if (trip != null) {
      Outcome outcome = trip.outcome;
      if (outcome == null && now - trip.overdueAt < 0) {
        write(keptUnwritten);
        return trip.overdueAt - now;
      }
      if (outcome == null) {
        // A peer that stopped reading: only closing the connection ends that.
        sender.cancel();
        outcome = Outcome.timeout();
      }
      settle(trip, outcome, now);
    }
    if (pausing && now - pausedUntil < 0) {
      write(keptUnwritten);
      return pausedUntil - now;
    }
    long gatherFor = gather(now);
    if (waiting.isEmpty() || givenUp) {
      return gatherFor;
    }
    send(now);
    return ASLEEP;
  }

  /** From now on: at once, and no longer than somebody is there to take it. */
  void hurry() {
    ending = true;
    pausing = false;
    givenUp = false;
  }

  /** The hurry is over: as before. What is left may still be taken, should the JVM live on. */
  void goOn() {
    ending = false;
    givenUp = false;
  }

  boolean isDone() {
    return givenUp || (trip == null && waiting.isEmpty() && inbox.size() == 0);
  }

  /**
   * Takes back what an export that hangs since before the end has, so that it can be sent anew. One
   * that began at the end is rather slow than lost: the collector would have it twice.
   */
  void recall() {
    if (trip != null && !trip.atTheEnd) {
      Trip hanging = trip;
      trip = null;
      sender.cancel();
      tally.dropped(DropReason.QUEUE_FULL, waiting.putBack(hanging.parcels));
    }
  }

  private long gather(long now) {
    if (inbox.size() == 0) {
      gathering = false;
      return ASLEEP;
    }
    if (!gathering) {
      gathering = true;
      gatheredUntil = now + gatherNanos;
    }
    long left = gatheredUntil - now;
    if (left > 0 && inbox.size() < maxBatch && !ending) {
      return left;
    }
    write(1);
    gathering = false;
    return inbox.size() == 0 ? ASLEEP : 0;
  }

  /** Turns items into parcels if there are that many: written ones need less memory. */
  private void write(int atLeast) {
    while (inbox.size() >= atLeast) {
      List<T> items = inbox.take(maxBatch);
      if (items.isEmpty()) {
        return;
      }
      Parcel parcel = Parcel.of(marshal.apply(items), items.size());
      tally.dropped(DropReason.QUEUE_FULL, waiting.add(pausing ? parcel.pack() : parcel));
    }
  }

  private void send(long now) {
    List<Parcel> parcels = waiting.take(oneByOne ? 0 : MAX_REQUEST_BYTES, maxBatch);
    byte[] request = Parcel.joined(parcels);
    Trip started = new Trip(parcels, ending, now + allowed(sender.target().timeout()));
    trip = started;
    sender.send(
        request,
        outcome -> {
          started.outcome = outcome;
          wake.run();
        });
  }

  private void settle(Trip ended, Outcome outcome, long now) {
    trip = null;
    Answer answer = outcome.answer();
    tally.answered(answer);
    if (answer == Answer.ACCEPTED) {
      long rejected = Math.min(outcome.rejected(), ended.items());
      tally.delivered(ended.items() - rejected);
      tally.dropped(DropReason.REJECTED, rejected);
      backoff.reset();
      said.clear();
      pausing = false;
      oneByOne &= !waiting.isEmpty();
      return;
    }
    keep(ended, answer);
    say(outcome);
    pausing = true;
    pausedUntil = now + (ending ? PAUSE_AT_THE_END : pause(outcome));
    givenUp = ended.atTheEnd && (answer.isNobodyThere() || answer.isPermanent());
  }

  /** Ours or the one that the collector asked for, whichever is longer. */
  private long pause(Outcome outcome) {
    long ours = backoff.next(outcome.answer());
    Duration asked = outcome.retryAfter();
    if (asked == null || asked.isNegative()) {
      return ours;
    }
    Duration heeded = asked.compareTo(LONGEST_HEEDED) > 0 ? LONGEST_HEEDED : asked;
    return Math.max(ours, heeded.toNanos());
  }

  private static long allowed(Duration timeout) {
    return timeout.plus(GRACE).toNanos();
  }

  private void keep(Trip ended, Answer answer) {
    boolean alone = ended.parcels.size() == 1;
    if (answer == Answer.REJECTED && alone) {
      // Perhaps only this one is not liked: let the others pass.
      tally.dropped(DropReason.QUEUE_FULL, waiting.add(ended.parcels.get(0).pack()));
    } else {
      tally.dropped(DropReason.QUEUE_FULL, waiting.putBack(ended.parcels));
    }
    oneByOne |= answer == Answer.REJECTED;
  }

  private void say(Outcome outcome) {
    if (outcome.answer().isPermanent() && said.add(outcome.answer())) {
      problems.report(ExportProblems.of(outcome, sender.target()));
    }
  }

  /** One request under way. */
  private static final class Trip {
    final List<Parcel> parcels;
    final boolean atTheEnd;
    final long overdueAt;
    volatile @Nullable Outcome outcome;

    Trip(List<Parcel> parcels, boolean atTheEnd, long overdueAt) {
      this.parcels = parcels;
      this.atTheEnd = atTheEnd;
      this.overdueAt = overdueAt;
    }

    int items() {
      int items = 0;
      for (Parcel parcel : parcels) {
        items += parcel.items();
      }
      return items;
    }
  }
}
