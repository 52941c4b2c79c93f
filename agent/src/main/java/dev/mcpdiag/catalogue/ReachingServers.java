package dev.mcpdiag.catalogue;

import static dev.mcpdiag.api.FailureType.PERMISSION;
import static dev.mcpdiag.api.FailureType.TRANSIENT;
import static dev.mcpdiag.api.FailureType.VALIDATION;
import static dev.mcpdiag.api.Retry.AFTER_ACTION;
import static dev.mcpdiag.api.Retry.ONCE;
import static dev.mcpdiag.api.Retry.YES;
import static dev.mcpdiag.api.Severity.ERROR;
import static dev.mcpdiag.api.Severity.WARNING;
import static dev.mcpdiag.catalogue.Steps.ALTERNATIVE_TOOL;
import static dev.mcpdiag.catalogue.Steps.CHECK_STATUS;
import static dev.mcpdiag.catalogue.Steps.CONTACT_ADMIN;
import static dev.mcpdiag.catalogue.Steps.CONTACT_OPERATOR;
import static dev.mcpdiag.catalogue.Steps.REQUEST_ACCESS;
import static dev.mcpdiag.catalogue.Steps.STOP;
import static dev.mcpdiag.catalogue.Steps.editConfig;
import static dev.mcpdiag.catalogue.Steps.retryOnce;
import static dev.mcpdiag.catalogue.Steps.retryOnceIfIdempotent;
import static dev.mcpdiag.catalogue.Steps.retryWithBackoff;
import static dev.mcpdiag.catalogue.Steps.step;

import java.util.List;

/** From the settings to an open connection (HTTP). */
final class ReachingServers {
  private ReachingServers() {}

  static List<CodeEntry> rows() {
    return List.of(
        new CodeEntry(
            Codes.CONFIG_INVALID,
            "Settings not valid",
            VALIDATION,
            AFTER_ACTION,
            ERROR,
            "The settings for {server} are not valid: {field}.",
            "OPEN_EDIT_DIALOG",
            List.of(step("edit_config"), ALTERNATIVE_TOOL),
            "user / admin",
            "The server entry cannot be used as written: URL, scheme, header, or a variable that was never filled in.",
            false),
        new CodeEntry(
            Codes.DNS_FAILURE,
            "Host name not resolved",
            VALIDATION,
            AFTER_ACTION,
            ERROR,
            "Server URL cannot be resolved ({server}).",
            "OPEN_EDIT_DIALOG",
            List.of(editConfig("url"), retryOnce()),
            "user / admin",
            "The host name of the server cannot be resolved; transient if it was resolved before in this JVM.",
            true),
        new CodeEntry(
            Codes.CONNECTION_REFUSED,
            "Connection refused",
            TRANSIENT,
            YES,
            ERROR,
            "{server} is not accepting connections.",
            "RETRY",
            List.of(retryWithBackoff(), CHECK_STATUS, CONTACT_OPERATOR),
            "operator",
            "The host was reached, but nothing listens at that port.",
            true),
        new CodeEntry(
            Codes.NETWORK_UNREACHABLE,
            "No network path",
            TRANSIENT,
            YES,
            ERROR,
            "There is no network path to {server}.",
            "RETRY",
            List.of(retryWithBackoff(), CONTACT_ADMIN),
            "user / admin",
            "There is no route to the host: network, VPN or firewall.",
            true),
        new CodeEntry(
            Codes.CONNECT_TIMEOUT,
            "Connection attempt timed out",
            TRANSIENT,
            YES,
            ERROR,
            "{server} did not answer the connection attempt.",
            "RETRY",
            List.of(retryWithBackoff(), CHECK_STATUS),
            "operator / admin",
            "The TCP or TLS connection was not made in time.",
            true),
        new CodeEntry(
            Codes.CONNECTION_RESET,
            "Connection dropped",
            TRANSIENT,
            ONCE,
            WARNING,
            "The connection to {server} was dropped.",
            "RETRY",
            List.of(retryOnceIfIdempotent()),
            "operator",
            "The peer closed the socket before it answered.",
            true),
        new CodeEntry(
            Codes.TLS_FAILURE,
            "No secure connection",
            VALIDATION,
            AFTER_ACTION,
            ERROR,
            "A secure connection to {server} could not be made ({reason}).",
            "CONTACT_ADMIN",
            List.of(
                editConfig("truststore", "url"),
                CONTACT_ADMIN,
                step("stop", "never", "disable_certificate_checks")),
            "admin",
            "The TLS handshake failed or the certificate was not accepted.",
            true),
        new CodeEntry(
            Codes.PROXY_AUTH_REQUIRED,
            "Proxy wants credentials",
            PERMISSION,
            AFTER_ACTION,
            ERROR,
            "The network proxy requires sign-in.",
            "CONTACT_ADMIN",
            List.of(CONTACT_ADMIN, editConfig("proxy")),
            "admin",
            "The forward proxy of this network wants a sign-in of its own.",
            true),
        new CodeEntry(
            Codes.BLOCKED_BY_PROXY,
            "Blocked on the way",
            PERMISSION,
            AFTER_ACTION,
            ERROR,
            "A network device blocked access to {server}.",
            "OPEN_DOCS",
            List.of(CONTACT_ADMIN, editConfig("url", "proxy")),
            "admin",
            "A firewall, proxy or login page answered instead of the server.",
            true),
        new CodeEntry(
            Codes.PROXY_SSE_ISSUE,
            "Stream cut by a proxy",
            TRANSIENT,
            ONCE,
            ERROR,
            "Connection blocked by proxy/SSE config ({server}).",
            "OPEN_DOCS",
            List.of(
                retryOnce(),
                editConfig("proxy_buffering", "idle_timeout"),
                step("switch_transport")),
            "admin",
            "Something on the way buffers, cuts or closes the event stream.",
            true),
        new CodeEntry(
            Codes.HOST_REJECTED,
            "Origin or host refused",
            PERMISSION,
            AFTER_ACTION,
            ERROR,
            "{server} refused this origin.",
            "CONTACT_ADMIN",
            List.of(editConfig("server_allowed_origins", "server_allowed_hosts"), CONTACT_OPERATOR),
            "operator",
            "The server refused the Origin or Host header, its protection against DNS rebinding.",
            true),
        new CodeEntry(
            Codes.DOMAIN_NOT_ALLOWED,
            "Domain not allowed here",
            PERMISSION,
            AFTER_ACTION,
            WARNING,
            "{server} is not on the list of allowed domains. Please contact your administrator.",
            "CONTACT_ADMIN",
            List.of(REQUEST_ACCESS, ALTERNATIVE_TOOL, STOP),
            "admin",
            "A policy on this side forbids the destination; nothing was sent.",
            true));
  }
}
