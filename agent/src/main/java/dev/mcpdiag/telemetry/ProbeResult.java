package dev.mcpdiag.telemetry;

/**
 * What an empty request found at a collector's address.
 *
 * @param target where it was sent
 * @param answer {@link Answer#ACCEPTED} when an OTLP receiver took it
 * @param status HTTP or gRPC status, -1 where none came
 */
public record ProbeResult(ExportSettings.Target target, Answer answer, int status) {}
