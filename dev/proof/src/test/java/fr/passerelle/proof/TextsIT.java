package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.texts.Dossier;
import fr.passerelle.texts.MaireText;
import fr.passerelle.texts.RoomText;
import fr.passerelle.texts.WordCount;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every text of the demonstration, read whole; and the command that people ask for one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextsIT {

    private static final String EXERCISE = "Exercice sur des données reconstituées";

    private final Records records = new Records();

    private Deployment system;
    private Proposals proposals;

    @BeforeAll
    void findTheDemonstration() {
        system = Deployments.demonstration();
        proposals = Proposals.of(
                held("SCORE", Frequentation.class), held("CONVERSION", Conversion.class), held("PLAN", Plan.class));
    }

    @AfterAll
    void endIt() {
        system.close();
    }

    @Test
    void everyTextOfAnEpciIsShortFrenchAndWithoutACode() {
        assertThat(proposals.plans())
                .isNotEmpty()
                .allSatisfy((siren, plan) -> read(MaireText.of(dossier(siren)), plan));
    }

    @Test
    void everyTextOfARoomIsToo() {
        assertThat(proposals.plans())
                .allSatisfy((siren, plan) -> assertThat(plan.getRooms())
                        .allSatisfy(room -> read(RoomText.of(dossier(siren), room.getRoomId()), plan)));
    }

    @Test
    void explainsAnEpciInEveryForm() {
        String siren = proposals.plans().firstKey();

        assertThat(said("explain", siren).replace('\n', ' ')).contains("situation au 31 octobre 2017", EXERCISE);
        assertThat(said("explain", siren, "--html", "--legal"))
                .contains("<html lang=\"fr\">", "<th scope=\"col\">", EXERCISE)
                .doesNotContain("<script");
        assertThat(said("explain", siren, "--pdf-ready", "--trace")).contains("@page", "size: A4");
        JsonNode json = JsonMapper.shared().readTree(said("explain", siren, "--json"));
        assertThat(json.get("texte").asString()).contains("situation au");
        assertThat(json.get("trace").size()).isPositive();
    }

    @Test
    void namesWhatIsNearWhenItKnowsNoSuchSubject() {
        Program asked = system.batch("explain", "château");

        assertThat(asked.end()).isEqualTo(2);
        assertThat(asked.errors())
                .contains("« château » n'est ni une salle", "Château")
                .doesNotContain("\tat ");
    }

    private Dossier dossier(String siren) {
        return Dossier.of(proposals, siren).orElseThrow();
    }

    private void read(String text, Plan plan) {
        String bare = withoutNames(text, plan);
        assertThat(WordCount.count(text)).as(text).isLessThan(MaireText.LIMIT);
        assertThat(bare)
                .doesNotContainPattern("[A-Z]{2,}_[A-Z]|\\b[A-Z]{4,}\\b|\\b[A-Z]+-\\d")
                .doesNotContainPattern("\\b(?=[0-9a-f]*\\d)[0-9a-f]{8,}\\b")
                .doesNotContainPattern("  |\\bnull\\b|[{}]")
                .doesNotContainPattern("\\b(?:de|le|la|que) [aeiouéèêAEIOUÉÈ]")
                .doesNotContainPattern("(?<![\\d\u202f])[01][ \u00a0](?!mois)\\p{L}+s\\b");
    }

    private static String withoutNames(String text, Plan plan) {
        return Stream.concat(
                        plan.getRooms().stream().flatMap(TextsIT::names),
                        Stream.of(plan.getName(), Objects.requireNonNullElse(plan.getExistingTiersLieu(), "")))
                .filter(name -> !name.isBlank())
                .sorted(Comparator.comparing(String::length).reversed())
                .reduce(text.replaceAll("«[^»]*»", "«»"), (rest, name) -> rest.replace(name, "Ham"));
    }

    private static Stream<String> names(PlanRoom room) {
        return Stream.of(room.getName(), Objects.requireNonNullElse(room.getCommune(), ""));
    }

    private String said(String... words) {
        Program program = system.batch(words);
        assertThat(program.end()).as(program.errors()).isZero();
        return program.output();
    }

    private <T extends SpecificRecord> List<T> held(String type, Class<T> record) {
        String all = system.text("select coalesce(string_agg(encode(payload, 'hex'), ' '), '')"
                + " from passerelle.current_result where not withdrawn and type = '" + type + "' and namespace = '"
                + system.namespace() + "'");
        return Stream.of(all.split(" "))
                .map(HexFormat.of()::parseHex)
                .map(bytes -> records.decode(bytes, SpecificData.get().getSchema(record), record))
                .toList();
    }
}
