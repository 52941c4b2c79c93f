package dev.mcpdiag.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns results into the tables that a reader sees. */
final class Printout {
  private Printout() {}

  /** A row for each set-up, a column for each measure; a cell is {@code median (min-max)}. */
  static String scenario(Scenario scenario, List<Setup> setups, Results results) {
    List<Column> columns = Column.OF.getOrDefault(scenario, List.of());
    List<String> headings = new ArrayList<>();
    headings.add("set-up");
    columns.forEach(column -> headings.add(column.heading()));
    Table table = new Table(headings);
    for (Setup setup : setups) {
      List<String> cells = new ArrayList<>();
      cells.add(setup.name());
      for (Column column : columns) {
        cells.add(cell(results.spread(scenario, setup.name(), column.key()), column.decimals()));
      }
      table.add(cells);
    }
    return table.toString();
  }

  static String budgets(Results results) {
    Table table = new Table(List.of("budget", "measured", "must", "goal", "verdict"));
    for (Budget budget : Budgets.ALL) {
      OptionalDouble value = budget.value().apply(results);
      String limit = budget.isFloor() ? "≥ " : "≤ ";
      table.add(
          List.of(
              budget.what(),
              value.isPresent() ? amount(value.getAsDouble(), budget) : "-",
              limit + amount(budget.must(), budget),
              limit + amount(budget.goal(), budget),
              budget.verdict(value).name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
    return table.toString();
  }

  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private static String amount(double value, Budget budget) {
    return (number(value, budget.decimals()) + " " + budget.unit()).stripTrailing();
  }

  private static String cell(Optional<Spread> measured, int decimals) {
    if (measured.isEmpty()) {
      return "-";
    }
    Spread spread = measured.get();
    String median = number(spread.median(), decimals);
    return spread.min() == spread.max()
        ? median
        : median
            + " ("
            + number(spread.min(), decimals)
            + "-"
            + number(spread.max(), decimals)
            + ")";
  }
}
