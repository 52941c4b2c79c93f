package dev.mcpdiag.telemetry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Parcels that wait for an export to succeed, oldest first, within bounds of memory and number.
 * When full the oldest go: after an outage that long, what is happening now helps more. One thread.
 */
final class Waiting {
  private final Deque<Parcel> parcels = new ArrayDeque<>();
  private final long maxBytes;
  private final int maxItems;
  private long bytes;
  private int items;

  Waiting(long maxBytes, int maxItems) {
    this.maxBytes = maxBytes;
    this.maxItems = maxItems;
  }

  boolean isEmpty() {
    return parcels.isEmpty();
  }

  int items() {
    return items;
  }

  /** Returns how many items had to go for it. */
  int add(Parcel parcel) {
    keep(parcel, false);
    return trim();
  }

  /** Takes the oldest out, as many as make one request within both limits; at least one. */
  List<Parcel> take(int maxRequestBytes, int maxRequestItems) {
    List<Parcel> taken = new ArrayList<>();
    int size = 0;
    int count = 0;
    for (Parcel next = parcels.peek(); next != null; next = parcels.peek()) {
      size += next.plainSize();
      count += next.items();
      if ((size > maxRequestBytes || count > maxRequestItems) && !taken.isEmpty()) {
        break;
      }
      parcels.remove();
      bytes -= next.heldSize();
      items -= next.items();
      taken.add(next);
    }
    return taken;
  }

  /** Puts parcels back in front, packed; returns how many items had to go. */
  int putBack(List<Parcel> taken) {
    for (int i = taken.size() - 1; i >= 0; i--) {
      keep(taken.get(i).pack(), true);
    }
    return trim();
  }

  private void keep(Parcel parcel, boolean first) {
    if (first) {
      parcels.addFirst(parcel);
    } else {
      parcels.addLast(parcel);
    }
    bytes += parcel.heldSize();
    items += parcel.items();
  }

  private int trim() {
    int gone = 0;
    while (bytes > maxBytes || items > maxItems) {
      Parcel oldest = parcels.remove();
      bytes -= oldest.heldSize();
      items -= oldest.items();
      gone += oldest.items();
    }
    return gone;
  }
}
