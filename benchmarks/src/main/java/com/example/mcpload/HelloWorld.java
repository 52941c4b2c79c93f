package com.example.mcpload;

/** An application that has nothing to do with MCP: what does the agent cost it? */
public final class HelloWorld {
  private HelloWorld() {}

  public static void main(String[] arguments) throws InterruptedException {
    Mark main = Mark.now();
    System.out.println("Hello, world");
    // Work that an agent puts off until after main is caught too.
    Thread.sleep(500);
    Mark later = Mark.now();
    Report.mark("main", main);
    Report.mark("later", later);
    Report.loadedClasses("end");
    Report.liveThreads();
  }
}
