package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What catalogues of public software read of the repository: the keys that publiccode.yml 0.4 asks for, within its bounds. */
class PublicCodeTest {

    private static final JsonNode PAGE = JsonMapper.shared()
            .valueToTree(new Load(LoadSettings.builder().build())
                    .loadFromString(Tree.read(Tree.root().resolve("publiccode.yml"))));
    private static final List<String> MANDATORY = List.of(
            "/publiccodeYmlVersion",
            "/name",
            "/url",
            "/releaseDate",
            "/platforms/0",
            "/categories/0",
            "/developmentStatus",
            "/softwareType",
            "/description/fr/shortDescription",
            "/description/fr/longDescription",
            "/description/fr/features/0",
            "/legal/license",
            "/maintenance/type",
            "/localisation/localisationReady",
            "/localisation/availableLanguages/0");

    @Test
    void holdsEachMandatoryKey() {
        assertThat(MANDATORY)
                .allSatisfy(
                        key -> assertThat(PAGE.at(key).isValueNode()).as(key).isTrue());
    }

    @Test
    void describesItWithinTheBounds() {
        assertThat(PAGE.at("/description/fr/shortDescription").asString()).hasSizeLessThanOrEqualTo(150);
        assertThat(PAGE.at("/description/fr/longDescription").asString()).hasSizeBetween(150, 10_000);
    }

    @Test
    void namesTheLicenceThatThePomsName() {
        String spdx = PAGE.at("/legal/license").asString();

        assertThat(Tree.read(Tree.root().resolve("pom.xml"))).contains("<name>" + spdx + "</name>");
    }
}
