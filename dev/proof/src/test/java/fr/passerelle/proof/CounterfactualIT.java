package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.words;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.ReportedLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The counterfactuals of the demonstration, applied to its files and run through the real job. EPCIs do not depend on each other: a night
 * tries one counterfactual of each, and its files replace those of the night before. Some EPCI has dozens: only the first of each are tried
 * here, a lever after the other so that each lever is; all are tried on the rules alone, in their own tests.
 */
@Tag("proof")
@Story
class CounterfactualIT {

    private static final int NIGHTS = 8;

    @TempDir
    private Path folder;

    @AutoClose
    private final Deployment system = Deployments.published("counterfactual", Inputs.demonstration());

    @Test
    void theFirstEightOfEachEpciAlterItsConclusionAsTheyTell() throws IOException {
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

    private Path night(int number, List<Alteration> tried, @Nullable Path replaced) throws IOException {
        AlteredInputs inputs = new AlteredInputs(system, tried);
        Path register = written("hypotheses", inputs.register(demonstration("--attendance"), number));
        Path rooms = written("salles", inputs.places(demonstration("--rooms")));
        Path sites = written("sites", inputs.places(demonstration("--sites")));
        List<String> night = words(
                "nightly --rooms %s --sites %s --attendance %s --intercommunalites %s",
                rooms, sites, register, demonstration("--intercommunalites"));
        system.night(replaced == null ? night : Inputs.and(night, "--replaces", Tree.sha256(replaced)));
        return register;
    }

    private Path written(String name, List<String> lines) throws IOException {
        return Tree.write(Files.createTempFile(folder, name, ".csv"), String.join("\n", lines) + "\n");
    }

    private static Path demonstration(String option) {
        return Inputs.file(Inputs.demonstration(), option);
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

    /** The files that make counterfactuals true: places with other cells, and a register of months or corrections. */
    private static final class AlteredInputs {

        private static final Set<String> FUNCTIONS = Set.of("FONCTION_CONFIRMEE", "FONCTION_PERDUE");
        private static final Map<String, String> COLUMNS = Map.of(
                "SURFACE", "surface_m2",
                "DEBIT", "debit_mbits",
                "ANIMATEUR", "animateur_etp",
                "ACCORD_PROPRIETAIRE", "accord_proprietaire",
                "ACCES_PLAIN_PIED", "acces_plain_pied",
                "ESPACE_CLOS", "espace_clos",
                "ESPACE_VENTILE", "espace_ventile");

        private final Deployment system;
        private final List<Alteration> alterations;

        AlteredInputs(Deployment system, List<Alteration> alterations) {
            this.system = system;
            this.alterations = alterations;
        }

        /** The inventory, or the sites, with the cells that functions change. */
        List<String> places(Path original) {
            List<String> lines = Tree.read(original).lines().toList();
            List<String> columns = List.of(lines.getFirst().split(";", -1));
            Map<String, Alteration> byPlace = alterations.stream()
                    .filter(alteration -> alteration.isOf(FUNCTIONS))
                    .collect(Collectors.toMap(Alteration::place, Function.identity()));
            return lines.stream().map(line -> altered(line, columns, byPlace)).toList();
        }

        private static String altered(String line, List<String> columns, Map<String, Alteration> byPlace) {
            String[] cells = line.split(";", -1);
            Alteration alteration = byPlace.get(cells[0]);
            if (alteration == null) {
                return line;
            }
            alteration.operands().forEach(operand -> {
                int column = columns.indexOf(COLUMNS.get(operand.get("name").asString()));
                assertThat(column).as(operand.toString()).isNotNegative();
                cells[column] = Alteration.cell(operand);
            });
            return String.join(";", cells);
        }

        /**
         * The register for presences and months: the header of a known one and its row of that number, from 1, since one that is
         * empty or withdrawn is refused; then the alterations.
         */
        List<String> register(Path known, int number) {
            List<String> lines = Tree.read(known).lines().limit(number + 1L).toList();
            List<String> rows = new ArrayList<>(List.of(lines.getFirst(), lines.getLast()));
            alterations.forEach(alteration -> rows.addAll(rows(alteration)));
            return rows;
        }

        private List<String> rows(Alteration alteration) {
            return switch (alteration.levier()) {
                case "PRESENCES" -> presences(alteration);
                case "MOIS_RENDUS" ->
                    alteration.items().stream()
                            .map(month -> row(
                                    alteration, month, "seances", "heures_seances", "presences", "heures_personnes"))
                            .toList();
                default -> List.of();
            };
        }

        private List<String> presences(Alteration alteration) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < alteration.items().size(); i++) {
                String month = alteration.items().get(i);
                String presences = Alteration.cell(alteration.operands().get(i));
                if (presences.startsWith("-")) {
                    rows.addAll(corrections(alteration.place(), YearMonth.parse(month), -Integer.parseInt(presences)));
                } else {
                    rows.add(line(alteration, month, List.of("", "", presences, "")));
                }
            }
            return rows;
        }

        private static String row(Alteration alteration, String month, String... figures) {
            return line(
                    alteration,
                    month,
                    Stream.of(figures).map(alteration::figure).toList());
        }

        private static String line(Alteration alteration, String month, List<String> figures) {
            YearMonth of = YearMonth.parse(month);
            String place = alteration.place();
            return "HYPOTHESE-%s-%s;%s;%s;%s;MOIS;AUTRE;OUVERT;%s;;;"
                    .formatted(place, month, place, of.atDay(1), of.atEndOfMonth(), String.join(";", figures));
        }

        /** Rows of the month that hold, with so many presences less in all. A rank among equals needs those before it. */
        private List<String> corrections(String room, YearMonth month, int presences) {
            List<String> rows = new ArrayList<>();
            int left = presences;
            List<ReportedLine> lines = known(room, month);
            for (ReportedLine line : lines) {
                int here = holds(line, lines) ? Math.min(left, line.getCounts().getPresences()) : 0;
                left -= here;
                rows.add(corrected(room, line, here));
            }
            assertThat(left).as(room + " " + month).isZero();
            return rows;
        }

        private static String corrected(String room, ReportedLine line, int less) {
            AttendanceCounts counts = line.getCounts();
            return Stream.of(
                            line.getId() == null ? "" : line.getId(),
                            room,
                            line.getPeriodStart().toString(),
                            line.getPeriodEnd().toString(),
                            line.getGrain().name(),
                            line.getActivity(),
                            "OUVERT",
                            text(counts.getSessions()),
                            hours(counts.getSessionHoursHundredths()),
                            less == 0 ? text(counts.getPresences()) : String.valueOf(counts.getPresences() - less),
                            hours(counts.getPersonHoursHundredths()),
                            text(counts.getRegistered()),
                            text(counts.getDistinctPeople()),
                            text(counts.getScolaires()))
                    .collect(Collectors.joining(";"));
        }

        private static String text(@Nullable Integer count) {
            return count == null ? "" : count.toString();
        }

        private static String hours(@Nullable Integer hundredths) {
            return hundredths == null ? "" : BigDecimal.valueOf(hundredths, 2).toPlainString();
        }

        /** The open rows of a room that lie in a month, in the order of their file. */
        private List<ReportedLine> known(String room, YearMonth month) {
            return system.months().stream()
                    .filter(told -> told.getRoomId().equals(room))
                    .flatMap(told -> told.getLines().stream())
                    .filter(line -> line.getCounts().getEtat() == Etat.OUVERT
                            && !line.getPeriodStart().isBefore(month.atDay(1))
                            && !line.getPeriodEnd().isAfter(month.atEndOfMonth()))
                    .sorted(Comparator.comparingLong(ReportedLine::getLine))
                    .toList();
        }

        /** Whether its presences hold: no finer row of the activity. */
        private static boolean holds(ReportedLine line, List<ReportedLine> all) {
            return line.getCounts().getPresences() != null
                    && all.stream()
                            .noneMatch(other -> other.getActivity().equals(line.getActivity())
                                    && other.getGrain().compareTo(line.getGrain()) < 0
                                    && !other.getPeriodStart().isBefore(line.getPeriodStart())
                                    && !other.getPeriodEnd().isAfter(line.getPeriodEnd()));
        }
    }

    /** A counterfactual of the plan of a SIREN, as its event tells it. */
    private record Alteration(String epci, JsonNode told) {

        String levier() {
            return text("levier");
        }

        /** Identifier of its room or site: those of the demonstration do not meet. */
        String place() {
            String on = text("on");
            return on.substring(on.indexOf(':') + 1);
        }

        List<String> items() {
            return told.get("items").valueStream().map(JsonNode::asString).toList();
        }

        List<JsonNode> operands() {
            return told.get("operands").valueStream().toList();
        }

        /** A number of an operand, in plain digits; empty where it is not known. */
        String figure(String operand) {
            return operands().stream()
                    .filter(each -> each.get("name").asString().equals(operand))
                    .map(Alteration::cell)
                    .findFirst()
                    .orElseThrow();
        }

        /** What an input would write for an operand: its number, or yes or no in lower case. */
        static String cell(JsonNode operand) {
            if (!operand.get("amount").isNull()) {
                return new BigDecimal(operand.get("amount").asString())
                        .stripTrailingZeros()
                        .toPlainString();
            }
            return operand.get("text").isNull()
                    ? ""
                    : operand.get("text").asString().toLowerCase(Locale.ROOT);
        }

        boolean isOf(Set<String> levers) {
            return levers.contains(levier());
        }

        /** What it says that the conclusion becomes: seat, then candidature. */
        List<String> after() {
            return List.of(text("seat_after"), text("after"));
        }

        /** The same of a plan, as it is now. */
        List<String> in(JsonNode plan) {
            return List.of(orNone(plan.get("tiers_lieu")), standing(plan));
        }

        private String standing(JsonNode plan) {
            return plan.get("candidates")
                    .valueStream()
                    .filter(candidate ->
                            candidate.get("siege").get("id").asString().equals(place()))
                    .map(candidate -> orNone(candidate.get("candidature")))
                    .findFirst()
                    .orElseThrow();
        }

        private String text(String field) {
            return orNone(told.get(field));
        }

        private static String orNone(JsonNode node) {
            return node.isNull() ? "none" : node.asString();
        }
    }
}
