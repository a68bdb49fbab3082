package fr.passerelle.demo.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.demo.outline.OutlineProgram.Perimeter;
import fr.passerelle.demo.outline.OutlineProgram.Perimeter.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OutlineProgramTest {

    private static final Perimeter TWO_COMMUNES =
            new Perimeter(List.of(part("A", "A", "A-former"), part("B", "B")), List.of(part("SIREN", "C")));

    @TempDir
    private Path folder;

    @Test
    void writesTheLineBetweenTwoSurfacesOnce() throws IOException {
        JsonNode topology = read(OutlineProgram.of(
                TWO_COMMUNES, List.of(written(square("A", 0), square("A-former", 1), square("B", 2), square("C", 3)))));

        assertThat(topology.get("arcs")).hasSize(6);
        assertThat(ids(topology, "communes")).containsExactly("A", "B");
        assertThat(ids(topology, "beyond")).containsExactly("SIREN");
        List<Integer> other = line(topology, "communes", 1);
        assertThat(line(topology, "communes", 0))
                .hasSize(2)
                .filteredOn(arc -> other.contains(~arc))
                .hasSize(1);
        assertThat(topology.at("/transform/scale/0").asDouble()).isEqualTo(TopologyFile.EAST);
    }

    @Test
    void refusesOutlinesThatOverlapAndACommuneWithoutOne() throws IOException {
        Path overlap = written(square("A", 0), square("B", 0.5), square("C", 3));
        Path missing = written(square("A", 0), square("C", 3));

        assertThatThrownBy(() -> OutlineProgram.of(TWO_COMMUNES, List.of(overlap)))
                .hasMessageContaining("do not fit together");
        assertThatThrownBy(() -> OutlineProgram.of(TWO_COMMUNES, List.of(missing)))
                .hasMessageContaining("No outline of B");
    }

    @Test
    void knowsThePerimeterByTheFacts() throws IOException {
        Perimeter perimeter = Perimeter.read(Path.of("../.."));

        assertThat(perimeter.communes()).hasSize(2248);
        assertThat(perimeter.communes())
                .filteredOn(part -> part.id().equals("02458"))
                .singleElement()
                .satisfies(part -> assertThat(part.codes()).contains("02458", "02026"));
        assertThat(perimeter.beyond()).extracting(Part::id).containsExactly("200069672", "200069722", "247600588");
        assertThat(perimeter.beyond().getFirst().codes()).hasSizeGreaterThan(100);
    }

    private static Part part(String id, String... codes) {
        return new Part(id, List.of(codes));
    }

    private static String square(String code, double west) {
        return """
            {"type":"Feature","properties":{"code":"%s"},"geometry":{"type":"Polygon","coordinates":
            [[[%3$s,50],[%3$s,51],[%2$s,51],[%2$s,50],[%3$s,50]]]}}\
            """.formatted(code, west + 1, west);
    }

    private Path written(String... features) throws IOException {
        return Files.writeString(
                Files.createTempFile(folder, "communes", ".geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }

    private static JsonNode read(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static List<String> ids(JsonNode topology, String collection) {
        return geometries(topology, collection)
                .map(one -> one.get("id").asString())
                .toList();
    }

    private static List<Integer> line(JsonNode topology, String collection, int surface) {
        return geometries(topology, collection)
                .skip(surface)
                .findFirst()
                .map(one -> one.at("/arcs/0/0"))
                .orElseThrow()
                .valueStream()
                .map(JsonNode::asInt)
                .toList();
    }

    private static Stream<JsonNode> geometries(JsonNode topology, String collection) {
        return topology.get("objects").get(collection).get("geometries").valueStream();
    }
}
