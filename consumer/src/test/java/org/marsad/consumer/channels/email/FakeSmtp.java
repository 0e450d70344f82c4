package org.marsad.consumer.channels.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on this machine that answers each command as it was told, or not at all. */
final class FakeSmtp implements AutoCloseable {
  private final ServerSocket listening;
  private final ConcurrentHashMap<String, String> answers =
      new ConcurrentHashMap<>(
          Map.of(
              "EHLO", "250 fake",
              "MAIL", "250 ok",
              "RCPT", "250 ok",
              "DATA", "354 go on",
              ".", "250 taken",
              "QUIT", "221 bye"));
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile boolean hanging;

  FakeSmtp() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  FakeSmtp answers(String command, String answer) {
    answers.put(command, answer);
    return this;
  }

  /** Takes connections and never says a word. */
  FakeSmtp hangs() {
    hanging = true;
    return this;
  }

  int connections() {
    return open.size();
  }

  /** Lines that came, of all connections. */
  List<String> heard() {
    return heard;
  }

  private void accept() {
    try {
      while (true) {
        var socket = listening.accept();
        open.add(socket);
        if (!hanging) {
          start(() -> talk(socket));
        }
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void talk(Socket socket) {
    try (socket;
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
      say(socket, "220 fake");
      var inData = false;
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        var command = line.split(" ", 2)[0];
        if (inData ? line.equals(".") : answers.containsKey(command)) {
          var answer = answers.getOrDefault(command, "500 what");
          inData = answer.startsWith("354");
          say(socket, answer);
        } else if (!inData) {
          say(socket, "250 ok");
        }
      }
    } catch (IOException gone) {
      // the other side has left
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  private static void start(Runnable task) {
    var thread = new Thread(task, "fake-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
