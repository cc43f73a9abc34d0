package org.ophiura.app.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * The connection to a browser: calls with their answers, and events of its pages. Calls come from
 * one thread; events arrive on another.
 */
final class DevTools implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 60; // Far more than any call takes.

  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;

  DevTools(URI endpoint) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(endpoint, this).join();
  }

  /** Sends the events of a session to a listener, by their name and content. */
  void listen(String session, BiConsumer<String, JsonNode> listener) {
    listeners.put(session, listener);
  }

  /** Calls a method of the browser. */
  JsonNode call(String method, Map<String, ?> parameters) {
    return call("", method, parameters);
  }

  /** Calls a method of a page; waits for the answer. */
  JsonNode call(String session, String method, Map<String, ?> parameters) {
    int id = calls.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    socket.sendText(message.toString(), true).join();
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(method + " " + parameters, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(method, e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      String message = part.toString();
      part.setLength(0);
      try {
        receive(JSON.readTree(message));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(message, e);
      }
    }
    from.request(1);
    return CompletableFuture.completedStage(from);
  }

  private void receive(JsonNode message) {
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer = waiting.remove(message.get("id").intValue());
      if (answer != null && message.has("error")) {
        answer.completeExceptionally(new IllegalStateException(message.get("error").toString()));
      } else if (answer != null) {
        answer.complete(message.get("result"));
      }
      return;
    }
    BiConsumer<String, JsonNode> listener = listeners.get(message.path("sessionId").asText());
    if (listener != null) {
      listener.accept(message.get("method").textValue(), message.get("params"));
    }
  }

  /** Ends the browser. */
  @Override
  public void close() {
    call("Browser.close", Map.of());
  }
}
