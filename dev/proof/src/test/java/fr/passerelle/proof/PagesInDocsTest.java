package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.api.AsyncApi;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.sheets.explanation.AlgorithmSheet;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the pages of the docs that the code gives to the code: the AsyncAPI document, also to itself, and the sheet of the algorithm. */
class PagesInDocsTest {

    private static final Path PAGE = Tree.root().resolve("docs/asyncapi.yaml");
    private static final Topics TOPICS = new Topics(Topics.LIVE);

    @Test
    void holdWhatTheCatalogueGives() {
        String expected = AsyncApi.yaml(TOPICS);
        if (Tree.REWRITE) {
            Tree.write(PAGE, expected);
        }

        assertThat(Tree.read(PAGE))
                .as("docs/asyncapi.yaml; rewrite it with -Dpasserelle.rewrite=true")
                .isEqualTo(expected);
    }

    @Test
    void pointOnlyToWhatTheyHold() {
        JsonNode document = document();

        assertThat(Pattern.compile("\"\\$ref\":\"#([^\"]+)\"")
                        .matcher(document.toString())
                        .results()
                        .map(reference -> reference.group(1)))
                .hasSizeGreaterThan(30)
                .allSatisfy(pointer -> assertThat(document.at(pointer).isMissingNode())
                        .as(pointer)
                        .isFalse());
    }

    @Test
    void giveEachRecordOfEachTopicItsOwnSchema() {
        JsonNode document = document();

        assertThat(TOPICS.typed()).allSatisfy(topic -> {
            JsonNode channel = document.at("/channels/" + topic.name().substring("passerelle.".length()));
            assertThat(channel.get("address").asString()).isEqualTo(topic.name());
            assertThat(topic.records()).allSatisfy(record -> {
                assertThat(channel.get("messages").has(record.getName())).isTrue();
                JsonNode payload = document.at("/components/messages/" + record.getName() + "/payload/schema");
                assertThat(new Schema.Parser().parse(payload.toString())).isEqualTo(record);
            });
        });
    }

    private static JsonNode document() {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(Tree.read(PAGE));
        assertThat(loaded).isInstanceOf(Map.class);
        return JsonMapper.shared().valueToTree(loaded);
    }

    @Test
    void holdTheSheetThatTheCommandGives() {
        Path page = Tree.root().resolve("docs/algorithme.md");
        String expected = AlgorithmSheet.of(
                Baremes.load(Baremes.DEFAULT),
                "à préciser (clé passerelle.mention.service)",
                "à préciser (clé passerelle.mention.adresse)");
        if (Tree.REWRITE) {
            Tree.write(page, expected);
        }

        assertThat(Tree.read(page))
                .as("docs/algorithme.md; rewrite it with -Dpasserelle.rewrite=true")
                .isEqualTo(expected);
    }
}
