package dev.mcpdiag.redact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which names of settings, headers, fields and flags promise a secret. */
final class KeyNames {
  /** Anywhere in the name, written in lower case without {@code - _ .} */
  private static final String[] PARTS = {
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "pwd",
    "secret",
    "token",
    "apikey",
    "accesskey",
    "privatekey",
    "secretkey",
    "signingkey",
    "encryptionkey",
    "masterkey",
    "sharedkey",
    "accountkey",
    "credential",
    "cookie",
    "session",
    "jwt",
    "bearer",
    "connectionstring",
    "connectionuri",
    "codeverifier",
    "clientassertion",
    "authkey",
    "signature",
    "dpop",
    "idtoken",
    "creditcard",
    "cardnumber",
    "securitycode",
    "sessid",
    "authorization",
    "subscriptionkey",
    "webhookurl"
  };

  /** Only as the last word of a name, since they are also parts of harmless words. */
  private static final Set<String> LAST_WORDS =
      Set.of("otp", "pin", "ssn", "cvv", "cvc", "pat", "sig", "auth", "totp", "mfa", "iban");

  /** Last words that make a name harmless: a token count is no token. */
  private static final Set<String> ABOUT =
      Set.of(
          "count",
          "type",
          "limit",
          "timeout",
          "ttl",
          "url",
          "uri",
          "endpoint",
          "length",
          "size",
          "expiry",
          "expires",
          "name",
          "max",
          "min",
          "required",
          "enabled",
          "valid",
          "status",
          "budget",
          "usage",
          "exception",
          "error",
          "failure",
          "warning",
          "service",
          "provider",
          "manager",
          "handler",
          "filter",
          "store",
          "java",
          "class",
          "method",
          "format");

  private static final Set<String> HARMLESS =
      Set.of("author", "authors", "authority", "webhookurl");

  /** Names whose value may hold blanks: it reaches to the end of the line. */
  private static final Set<String> WHOLE_LINE =
      Set.of(
          "cookie",
          "setcookie",
          "authorization",
          "proxyauthorization",
          "passphrase",
          "connectionstring");

  private static final Set<String> HALVES =
      Set.of("key", "keys", "id", "value", "code", "string", "is", "was", "provided", "given");

  private final String[] extra;

  KeyNames(Collection<String> extraNames) {
    List<String> names = new ArrayList<>();
    for (String name : extraNames) {
      String normal = normal(name);
      if (!normal.isEmpty()) {
        names.add(normal);
      }
    }
    this.extra = names.toArray(new String[0]);
  }

  boolean isSecret(String name) {
    String normal = normal(name);
    if (containsAny(normal, extra)) {
      return true;
    }
    String last = lastWord(name);
    if (HARMLESS.contains(normal) || ABOUT.contains(last)) {
      return false;
    }
    return LAST_WORDS.contains(last)
        || LAST_WORDS.contains(normal)
        || normal.startsWith("auth")
        || containsAny(normal, PARTS);
  }

  /** Token budgets of a language model, open sessions: as numbers they are no secret. */
  boolean isCountable(String name) {
    String normal = normal(name);
    return normal.endsWith("tokens") || normal.endsWith("sessions") || normal.endsWith("cookies");
  }

  /**
   * Words that need the word before them to say of what: "API key", "session id", "password is".
   */
  static boolean isHalfAName(String word) {
    return HALVES.contains(normal(word));
  }

  boolean reachesToEndOfLine(String name) {
    return WHOLE_LINE.contains(normal(name));
  }

  private static boolean containsAny(String normal, String[] parts) {
    for (String part : parts) {
      if (normal.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** {@code X-Api_Key} is {@code xapikey}, {@code API key} is {@code apikey}. */
  static String normal(String name) {
    StringBuilder normal = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Chars.isUpper(c)) {
        normal.append((char) (c + ('a' - 'A')));
      } else if (c != '-' && c != '_' && c != '.' && c != ' ') {
        normal.append(c);
      }
    }
    return normal.toString();
  }

  /** {@code count} of {@code token_count}, {@code tokenCount}, {@code TOKEN-COUNT}. */
  private static String lastWord(String name) {
    int end = name.length();
    while (end > 0 && !Chars.isAlphanumeric(name.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && Chars.isAlphanumeric(name.charAt(start - 1))) {
      start--;
      boolean isHump =
          start > 0 && Chars.isUpper(name.charAt(start)) && Chars.isLower(name.charAt(start - 1));
      if (isHump) {
        break;
      }
    }
    return normal(name.substring(start, end));
  }
}
