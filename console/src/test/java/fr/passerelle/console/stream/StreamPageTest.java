package fr.passerelle.console.stream;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamPageTest {

    @Test
    void showsWhereEachRecordIsAndWhatItHolds() throws Exception {
        String page = shown(new Streams.Seen(
                List.of(entry(12, "RoomInventoried", "{\"name\":\"<b>Salle</b>\"}"), entry(11, null, null)), "13,4"));

        assertThat(page)
                .contains(
                        "data-depuis=\"13,4\"", "data-url=\"/flux/suivre\"", "data-id=\"passerelle.transitions-3-12\"")
                .contains("RoomInventoried", "room:R1", "&lt;b&gt;Salle&lt;/b&gt;")
                .contains("illisible", "dead-letters")
                .doesNotContain("??");
    }

    @Test
    void saysThatKafkaDoesNotAnswer() throws Exception {
        assertThat(shown(null)).contains("Kafka ne répond pas").doesNotContain("<table", "flux.js", "??");
    }

    private static Streams.Entry entry(long offset, @Nullable String type, @Nullable String value) {
        return new Streams.Entry("passerelle.transitions", 3, offset, "31/10/2017 12:00:00", type, "room:R1", value);
    }

    private static String shown(Streams.@Nullable Seen seen) throws Exception {
        Map<String, Object> model = new HashMap<>(Map.of("section", "flux", "reconstitution", false));
        if (seen != null) {
            model.put("page", seen);
        }
        return Templates.show("stream/flux", "LECTEUR", model);
    }
}
