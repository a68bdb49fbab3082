package fr.passerelle.proof;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The counterfactuals of the demonstration, applied to its files and run through the real job. EPCIs do not depend on each other: a night
 * tries one counterfactual of each, and its files replace those of the night before. Some EPCI has dozens: only the first of each are tried
 * here, a lever after the other so that each lever is; all are tried on the rules alone, in their own tests.
 */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterfactualIT {

    private static final int NIGHTS = 8;

    @TempDir
    private Path folder;

    private Deployment system;

    @BeforeAll
    void runANight() {
        system = Deployments.fresh("counterfactual");
        system.events(1);
        system.night(Inputs.demonstration());
    }

    @AfterAll
    void endIt() {
        system.close();
    }

    @Test
    void theFirstEightOfEachEpciAlterItsConclusionAsTheyTell() throws Exception {
        Map<String, JsonNode> before = plans();
        List<List<Alteration>> nights = nights(before);
        Path register = null;

        for (int night = 0; night < nights.size(); night++) {
            List<Alteration> tried = nights.get(night);
            register = night(night + 1, tried, register);
            Map<String, JsonNode> after = plans();
            assertThat(tried).allSatisfy(alteration -> {
                assertThat(alteration.in(planOf(after, alteration)))
                        .as(alteration.toString())
                        .isEqualTo(alteration.after());
                assertThat(conclusion(planOf(after, alteration)))
                        .as(alteration.toString())
                        .isNotEqualTo(conclusion(planOf(before, alteration)));
            });
        }

        assertThat(nights.stream().flatMap(List::stream).map(Alteration::levier).distinct())
                .containsExactlyInAnyOrder("PRESENCES", "FONCTION_CONFIRMEE", "FONCTION_PERDUE", "MOIS_RENDUS");
    }

    /** The k-th of every EPCI in the k-th night. */
    private static List<List<Alteration>> nights(Map<String, JsonNode> plans) {
        List<List<Alteration>> nights = new ArrayList<>();
        plans.forEach((epci, plan) -> {
            List<Alteration> mixed = mixed(epci, plan);
            for (int night = 0; night < Math.min(NIGHTS, mixed.size()); night++) {
                if (nights.size() == night) {
                    nights.add(new ArrayList<>());
                }
                nights.get(night).add(mixed.get(night));
            }
        });
        return nights;
    }

    /** The first of each lever, then the second of each. */
    private static List<Alteration> mixed(String epci, JsonNode plan) {
        Map<String, Integer> seen = new HashMap<>();
        return plan
                .get("contrefactuels")
                .valueStream()
                .map(told -> new Alteration(epci, told))
                .collect(groupingBy(
                        alteration -> seen.merge(alteration.levier(), 1, Integer::sum), TreeMap::new, toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private Path night(int number, List<Alteration> tried, @Nullable Path replaced) throws Exception {
        AlteredInputs inputs = new AlteredInputs(system, tried);
        Path register = Files.createTempFile(folder, "hypotheses", ".csv");
        Path rooms = Files.createTempFile(folder, "salles", ".csv");
        AlteredInputs.write(register, inputs.register(demonstration("--attendance"), number));
        Path sites = Files.createTempFile(folder, "sites", ".csv");
        AlteredInputs.write(rooms, inputs.places(demonstration("--rooms")));
        AlteredInputs.write(sites, inputs.places(demonstration("--sites")));
        List<String> arguments = new ArrayList<>(List.of(
                "nightly",
                "--rooms",
                rooms.toString(),
                "--sites",
                sites.toString(),
                "--attendance",
                register.toString(),
                "--intercommunalites",
                demonstration("--intercommunalites").toString()));
        if (replaced != null) {
            arguments.addAll(List.of("--replaces", sha256(replaced)));
        }
        system.night(arguments);
        return register;
    }

    private static Path demonstration(String option) {
        List<String> arguments = Inputs.demonstration();
        return Path.of(arguments.get(arguments.indexOf(option) + 1));
    }

    private Map<String, JsonNode> plans() {
        Map<String, JsonNode> plans = new TreeMap<>();
        JsonMapper.shared()
                .readTree(system.text("select json_agg(doc) from passerelle.current_result"
                        + " where type = 'PLAN' and not withdrawn and namespace = '" + system.namespace() + "'"))
                .forEach(plan -> plans.put(plan.get("epci").asString(), plan));
        return plans;
    }

    private static JsonNode planOf(Map<String, JsonNode> plans, Alteration alteration) {
        return Objects.requireNonNull(plans.get(alteration.epci()));
    }

    /** Seat, ex æquo, and where each place stands. */
    private static List<String> conclusion(JsonNode plan) {
        List<String> conclusion = new ArrayList<>(List.of(plan.get("tiers_lieu").toString()));
        plan.get("ex_aequo").forEach(seat -> conclusion.add(seat.get("id").asString()));
        plan.get("rooms").forEach(room -> conclusion.add(room.get("candidature").toString()));
        plan.get("candidates")
                .valueStream()
                .sorted(Comparator.comparing(seat -> seat.get("siege").get("id").asString()))
                .forEach(seat -> conclusion.add(seat.get("candidature").toString()));
        return conclusion;
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
