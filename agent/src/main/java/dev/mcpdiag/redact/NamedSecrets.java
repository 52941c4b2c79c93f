package dev.mcpdiag.redact;

import java.util.Set;

/**
 * Values that stand beside a telling name: {@code name=v}, {@code "name":"v"}, {@code --name v}.
 */
final class NamedSecrets {
  private static final int MAX_GAP = 8;
  private static final int MIN_QUOTED = 4;
  private static final int MAX_NAME = 64;
  private static final int MAX_WORD = 256;
  private static final Set<String> CONNECTORS = Set.of("is", "was", "of", "key", "value");

  private final KeyNames names;

  NamedSecrets(KeyNames names) {
    this.names = names;
  }

  void hideIn(Marks marks) {
    int at = 0;
    Covered covered = new Covered();
    while (at < marks.length()) {
      if (!Chars.isNameChar(marks.at(at))) {
        at++;
        continue;
      }
      int end = at;
      while (Chars.isNameChar(marks.at(end))) {
        end++;
      }
      hideValueOf(marks, at, end, covered);
      // What was taken for a value may be the next name: {@code token:} and below it "pin":"1".
      at = end;
    }
  }

  /** What is hidden as a whole already, so that it is not walked through for each name in it. */
  private static final class Covered {
    int bracketTo;
    int lineTo;
  }

  /** Hides the value that belongs to a name, if there is one and the name promises a secret. */
  private void hideValueOf(Marks marks, int nameStart, int nameEnd, Covered covered) {
    int pair = valueAfterSeparator(marks, nameEnd);
    int value = pair > 0 ? pair : valueWithoutSeparator(marks, nameStart, nameEnd);
    if (value <= 0) {
      hideBareWord(marks, nameStart, nameEnd);
    }
    if (value <= 0 || value >= marks.length()) {
      return;
    }
    String name =
        pair > 0 ? fullName(marks, nameStart, nameEnd) : marks.text.substring(nameStart, nameEnd);
    if (!names.isSecret(name)) {
      return;
    }
    boolean isLine = pair > 0 && names.reachesToEndOfLine(name);
    boolean isBracket = Values.startsBracket(marks, value);
    if (value < (isBracket ? covered.bracketTo : isLine ? covered.lineTo : 0)) {
      return;
    }
    int end = Values.endOf(marks, value, isLine);
    if (names.isCountable(name) && Values.isNumber(marks, value, end)) {
      return;
    }
    marks.hide(value, end);
    covered.bracketTo = isBracket ? end : covered.bracketTo;
    covered.lineTo = isLine && !isBracket ? end : covered.lineTo;
  }

  /** {@code password hunter2}, {@code API key is hunter2}. */
  private void hideBareWord(Marks marks, int nameStart, int nameEnd) {
    if (marks.at(nameEnd) != ' ' || marks.at(nameStart) == '-') {
      return;
    }
    String name = fullName(marks, nameStart, nameEnd);
    // A half alone says nothing: the words before it were looked at already.
    if (!names.isSecret(name)) {
      return;
    }
    int from = nameEnd + 1;
    int to = endOfBareWord(marks, from);
    if (CONNECTORS.contains(marks.text.substring(from, to)) && marks.at(to) == ' ') {
      from = to + 1;
      to = endOfBareWord(marks, from);
    }
    if (BareWords.isSecret(marks.text.substring(from, to), KeyNames.normal(name))) {
      marks.hide(from, to);
    }
  }

  /** At a blank or at what follows a word in a sentence. */
  private static int endOfBareWord(Marks marks, int from) {
    int end = from;
    while (end < marks.length() && marks.at(end) > ' ' && end - from < MAX_WORD) {
      end++;
    }
    while (end > from && ".,;:!?)]}'\"".indexOf(marks.at(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /**
   * The name with the words before it that belong to it. Of {@code auth.example.com:443} and {@code
   * TokenService.java:42} only the last label counts: they are places, not names.
   */
  private static String fullName(Marks marks, int nameStart, int nameEnd) {
    boolean isTight = marks.at(nameEnd) == ':' && !Chars.isSpace(marks.at(nameEnd + 1));
    int dot = isTight ? marks.text.lastIndexOf('.', nameEnd - 1) : -1;
    if (dot >= nameStart) {
      return marks.text.substring(dot + 1, nameEnd);
    }
    int from = nameStart;
    int wordEnd = nameEnd;
    while (KeyNames.isHalfAName(marks.text.substring(from, wordEnd))
        && marks.at(from - 1) == ' '
        && nameEnd - from < MAX_NAME) {
      wordEnd = from - 1;
      from = wordStart(marks, wordEnd);
    }
    return marks.text.substring(from, nameEnd);
  }

  private static int wordStart(Marks marks, int end) {
    int start = end;
    while (Chars.isNameChar(marks.at(start - 1)) && end - start < MAX_NAME) {
      start--;
    }
    return start;
  }

  /** Start of the value of {@code name = v}, {@code "name" : v}, {@code <name>v}; else 0. */
  private static int valueAfterSeparator(Marks marks, int nameEnd) {
    int at = nameEnd;
    while (isCloser(marks.at(at)) && at - nameEnd < MAX_GAP) {
      at++;
    }
    while (Chars.isSpace(marks.at(at)) && marks.at(at) != '\n' && at - nameEnd < MAX_GAP) {
      at++;
    }
    char separator = marks.at(at);
    if (separator == '>' && at == nameEnd) {
      return at + 1;
    }
    boolean isEncoded = separator == '%' && marks.at(at + 1) == '3';
    if (isEncoded && (marks.at(at + 2) == 'D' || marks.at(at + 2) == 'A')) {
      return at + 3;
    }
    if (separator != '=' && separator != ':') {
      return 0;
    }
    while (marks.at(at) == '=' || marks.at(at) == ':' || marks.at(at) == '>') {
      at++;
    }
    int blanks = at;
    while (Chars.isSpace(marks.at(at)) && at - blanks < MAX_GAP) {
      at++;
    }
    return at;
  }

  /** Start of the value of {@code --name v}, {@code "--name", "v"}, {@code name 'v'}; else 0. */
  private static int valueWithoutSeparator(Marks marks, int nameStart, int nameEnd) {
    boolean isFlag = marks.at(nameStart) == '-';
    int at = nameEnd;
    while (isBetweenArguments(marks.at(at)) && at - nameEnd < MAX_GAP) {
      at++;
    }
    if (at == nameEnd) {
      return 0;
    }
    if (isFlag) {
      int value = Chars.isQuote(marks.at(at - 1)) ? at - 1 : at;
      return marks.at(at) == '-' ? 0 : value;
    }
    boolean isQuoted = Chars.isQuote(marks.at(at - 1)) && Chars.isSpace(marks.at(nameEnd));
    return isQuoted && Values.endOf(marks, at - 1, false) - at > MIN_QUOTED ? at - 1 : 0;
  }

  private static boolean isCloser(char c) {
    return Chars.isQuote(c) || c == '\\' || c == ']' || c == ')';
  }

  private static boolean isBetweenArguments(char c) {
    return Chars.isSpace(c) || Chars.isQuote(c) || c == ',' || c == '\\';
  }
}
