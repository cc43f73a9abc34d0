package org.ophiura.app.view;

/** Something that runs and can be watched: what the server needs to know of it. */
interface Show extends AutoCloseable {

  /** The first message that a page gets: what there is to see and to do, as JSON. */
  String greeting();

  /** A page has asked for something. Returns at once; what it leads to shows in the frames. */
  void ask(Viewer viewer, Request request);

  /** Where frames go. */
  Audience audience();

  @Override
  void close();
}
