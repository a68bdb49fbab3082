package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that make counterfactuals true: the inventory and the sites with other cells, and one register more, whose rows are months of an activity of
 * its own, or corrections of rows that are known.
 */
final class AlteredInputs {

    private static final Set<String> FUNCTIONS = Set.of("FONCTION_CONFIRMEE", "FONCTION_PERDUE");
    private static final Map<String, String> COLUMNS = Map.of(
            "SURFACE", "surface_m2",
            "DEBIT", "debit_mbits",
            "ANIMATEUR", "animateur_etp",
            "ACCORD_PROPRIETAIRE", "accord_proprietaire",
            "ACCES_PLAIN_PIED", "acces_plain_pied",
            "ESPACE_CLOS", "espace_clos",
            "ESPACE_VENTILE", "espace_ventile");
    private static final List<String> GRAINS =
            List.of("SEANCE", "JOUR", "SEMAINE", "MOIS", "TRIMESTRE", "SEMESTRE", "ANNEE", "PERIODE");

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
     * The register, for presences and months: below the header of a known one and its row of that number, from 1, since a register without
     * a row is refused, and so is one that was withdrawn.
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
                                alteration,
                                month,
                                alteration.figure("seances"),
                                alteration.figure("heures_seances"),
                                alteration.figure("presences"),
                                alteration.figure("heures_personnes")))
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
                rows.add(row(alteration, month, "", "", presences, ""));
            }
        }
        return rows;
    }

    private static String row(
            Alteration alteration, String month, String sessions, String hours, String presences, String personHours) {
        YearMonth of = YearMonth.parse(month);
        return "HYPOTHESE-%s-%s;%s;%s;%s;MOIS;HYPOTHESE;OUVERT;%s;%s;%s;%s;;;"
                .formatted(
                        alteration.place(),
                        month,
                        alteration.place(),
                        of.atDay(1),
                        of.atEndOfMonth(),
                        sessions,
                        hours,
                        presences,
                        personHours);
    }

    /** Rows of the month that hold, with so many presences less in all. A rank among equals needs those before it. */
    private List<String> corrections(String room, YearMonth month, int presences) {
        Map<String, String> rows = new LinkedHashMap<>();
        int left = presences;
        for (JsonNode known : known(room, month)) {
            int here = known.get("held").asBoolean()
                    ? Math.min(left, known.get("presences").asInt())
                    : 0;
            left -= here;
            rows.put(known.get("key").asString(), corrected(known, here));
        }
        assertThat(left).as(room + " " + month).isZero();
        return List.copyOf(rows.values());
    }

    private static String corrected(JsonNode known, int less) {
        String key = known.get("key").asString();
        String id = key.startsWith("id:") ? key.substring("id:".length()) : "";
        return Stream.of(
                        id,
                        known.get("room_id").asString(),
                        known.get("period_start").asString(),
                        known.get("period_end").asString(),
                        GRAINS.get(known.get("grain").asInt()),
                        known.get("activity").asString(),
                        "OUVERT",
                        number(known, "sessions"),
                        hours(known, "session_hours_hundredths"),
                        less == 0
                                ? number(known, "presences")
                                : String.valueOf(known.get("presences").asInt() - less),
                        hours(known, "person_hours_hundredths"),
                        number(known, "registered"),
                        number(known, "distinct_people"),
                        number(known, "scolaires"))
                .collect(Collectors.joining(";"));
    }

    private static String number(JsonNode known, String column) {
        return known.get(column).isNull() ? "" : known.get(column).asString();
    }

    private static String hours(JsonNode known, String column) {
        return known.get(column).isNull()
                ? ""
                : known.get(column).decimalValue().movePointLeft(2).toPlainString();
    }

    /** The rows of a room that lie in a month, those of one rank after the other, and whether their presences hold: no finer row of the activity. */
    private List<JsonNode> known(String room, YearMonth month) {
        String rows = system.text("""
            select coalesce(json_agg(to_jsonb(a) || jsonb_build_object('held', a.presences is not null and not exists (
                select 1 from passerelle.attendance f
                where f.room_id = a.room_id and f.activity = a.activity and f.grain < a.grain and f.etat = 0
                    and f.period_start >= a.period_start and f.period_end <= a.period_end)) order by length(a.key), a.key), '[]')
            from passerelle.attendance a
            where a.room_id = '%s' and a.etat = 0
                and a.period_start >= '%s' and a.period_end <= '%s'\
            """.formatted(room, month.atDay(1), month.atEndOfMonth()));
        return JsonMapper.shared().readTree(rows).valueStream().toList();
    }

    static Path write(Path file, List<String> lines) {
        try {
            return Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
