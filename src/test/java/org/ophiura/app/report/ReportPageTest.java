package org.ophiura.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The file that a report is. */
class ReportPageTest {
  private static final String HOSTILE = "</script><!--<script>\u2028 &amp; {{page.css}} $1 \\";
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

  private static ReportData data(String text) {
    ReportData data = new ReportData(text, text, Map.of(text, text));
    data.table(text, List.of(text), List.of(List.of(text)));
    data.note(text);
    data.text(text, text);
    return data;
  }

  private static int count(String page, String what) {
    return page.split(Pattern.quote(what), -1).length - 1;
  }

  @Test
  void textOfAUserEndsNoElementAndOpensNone() throws IOException {
    String harmless = ReportPage.page(data("harmless"));
    String page = ReportPage.page(data(HOSTILE));
    for (String mark : List.of("</script", "<script", "<!--", "<style")) {
      assertEquals(count(harmless, mark), count(page, mark), mark);
    }
    Matcher found = DATA.matcher(page);
    assertTrue(found.find());
    assertEquals(HOSTILE, new ObjectMapper().readTree(found.group(1)).get("title").asText());
  }

  @Test
  void thePageNeedsNothingBesidesItself() {
    String page = ReportPage.page(data("x"));
    assertFalse(Pattern.compile("(src|href)=\"(?!data:)").matcher(page).find());
    assertFalse(Pattern.compile("@import|url\\((?!data:)").matcher(page).find());
  }
}
