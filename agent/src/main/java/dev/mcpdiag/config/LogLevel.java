package dev.mcpdiag.config;

/** How much the agent says of itself ({@code mcpdiag.log.level}), most talkative first. */
public enum LogLevel {
  /** Everything, for people who look into the agent itself. */
  DEBUG,

  /** Start lines, summary, problems. The default. */
  INFO,

  /** Problems only. */
  WARN,

  /** Only what switches the agent or a part of it off. */
  ERROR,

  /** Nothing at all. */
  OFF
}
