package dev.mcpdiag.redact;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a bare word after a telling name is the secret, {@code password hunter2}, or goes on with
 * the sentence, {@code password expired}.
 */
final class BareWords {
  private static final int MIN_MIXED = 6;
  private static final int MIN_PLAIN = 3;

  /** Names after which every word counts that no sentence would have there. */
  private static final String[] STRONG = {
    "password", "passwd", "passphrase", "passcode", "pwd", "secret", "apikey", "accesskey"
  };

  private static final Set<String> PROSE =
      Set.of(
          ("a an and any are as at be but by can cannot contains could did do does due field file"
                  + " flow for from given grant has hash have header helper if in incorrect input"
                  + " into invalid is isn't it key keys length list login management manager may"
                  + " mismatch must name names new no none not null of off ok old on only option or"
                  + " parameter policies policy prompt property refresh reset response rules server"
                  + " service set should store string that the this to token too type unknown url"
                  + " user value values vault via was were which will with without wrong you your")
              .split(" "));

  private static final String[] ENDINGS = {
    "ing", "ed", "tion", "sion", "ment", "able", "ible", "ity", "ly", "less", "n't"
  };

  private BareWords() {}

  /**
   * Whether to hide the word.
   *
   * @param normalName as {@link KeyNames#normal} writes it
   */
  static boolean isSecret(String word, String normalName) {
    boolean hasDigit = false;
    boolean hasLetter = false;
    boolean hasSign = false;
    for (int at = 0; at < word.length(); at++) {
      char c = word.charAt(at);
      hasDigit |= Chars.isDigit(c);
      hasLetter |= Chars.isLetter(c);
      hasSign |= "!#$%^&*+~_".indexOf(c) >= 0;
    }
    if (hasDigit && hasLetter && word.length() >= MIN_MIXED) {
      return true;
    }
    if (!isStrong(normalName) || word.length() < MIN_PLAIN) {
      return false;
    }
    return hasDigit || hasSign || (hasLetter && !isProse(word.toLowerCase(Locale.ROOT)));
  }

  private static boolean isStrong(String normalName) {
    for (String strong : STRONG) {
      if (normalName.endsWith(strong)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isProse(String word) {
    if (PROSE.contains(word)) {
      return true;
    }
    for (String ending : ENDINGS) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
