package dev.mcpdiag.evidence;

/** The words that facts use as values, where a value is not a number, a class or a media type. */
public final class FactValue {
  public static final String YES = "yes";
  public static final String NO = "no";

  /** The request carried it: {@link FactKind#HTTP_CREDENTIALS}, {@link FactKind#HTTP_SESSION}. */
  public static final String SENT = "sent";

  /** The request did not carry it. */
  public static final String NONE = "none";

  /** {@link FactKind#STREAM_ENDED} without an error. */
  public static final String CLEAN = "clean";

  /** {@link FactKind#OAUTH_FLOW}: the application was asked, and has not come back. */
  public static final String BEGUN = "begun";

  /** {@link FactKind#OAUTH_FLOW}: the request goes out again. */
  public static final String HEALED = "healed";

  /** {@link FactKind#OAUTH_FLOW}: the application could not help. */
  public static final String GIVEN_UP = "given_up";

  /** {@link FactKind#OAUTH_STEP}: an access token was asked for. */
  public static final String TOKEN = "token";

  /** {@link FactKind#HTTP_REDIRECT} to the host that was asked. */
  public static final String SAME_HOST = "same_host";

  /** {@link FactKind#HTTP_REDIRECT} to somewhere else. */
  public static final String OTHER_HOST = "other_host";

  /** {@link FactKind#HTTP_BODY} speaks of a session. */
  public static final String SESSION = "session";

  /** {@link FactKind#HTTP_BODY} speaks of the Origin header. */
  public static final String ORIGIN = "origin";

  /** {@link FactKind#HTTP_BODY} speaks of the Host header. */
  public static final String HOST = "host";

  /** {@link FactKind#CONFIG_PLACEHOLDER}, {@link FactKind#CONFIG_REFUSED}: the server's address. */
  public static final String URL = "url";

  /** {@link FactKind#CONFIG_PLACEHOLDER}: a header that every request carries. */
  public static final String HEADERS = "headers";

  /** {@link FactKind#CLOSING} where nobody closes anything and the JVM ends. */
  public static final String JVM = "jvm";

  private FactValue() {}
}
