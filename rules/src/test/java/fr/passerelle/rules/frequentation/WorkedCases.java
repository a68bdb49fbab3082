package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.RoomInventoried;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of {@code docs/worked-cases.md} as facts. Reads its own files plainly: the real reader belongs to batch. */
final class WorkedCases {

    private static final Path ROOT = Path.of(System.getProperty("passerelle.root", ".."));
    private static final Path ROWS = ROOT.resolve("dev/proof/src/test/resources/worked");
    private static final Path COMMUNES = ROOT.resolve("batch/src/main/resources/facts/communes-picardie.csv");

    private WorkedCases() {}

    static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/worked-cases.md"));
    }

    static List<RoomInventoried> rooms() throws IOException {
        Map<String, String> epcis = new HashMap<>();
        rows(COMMUNES, ",").forEach(row -> epcis.put(row.text("code_insee"), row.text("epci_siren")));
        return rows(ROWS.resolve("salles.csv"), ";")
                .map(row -> room(row, epcis.getOrDefault(row.text("code_insee"), "SANS-EPCI")))
                .toList();
    }

    static RoomRegister register(String roomId) throws IOException {
        RoomRegister register = new RoomRegister();
        rows(ROWS.resolve("frequentation.csv"), ";")
                .filter(row -> row.text("id_salle").equals(roomId))
                .map(WorkedCases::record)
                .forEach(register::record);
        return register;
    }

    static EpciDescribed epci(String siren) throws IOException {
        List<Commune> communes = rows(COMMUNES, ",")
                .filter(row -> row.text("epci_siren").equals(siren))
                .map(WorkedCases::commune)
                .toList();
        return EpciDescribed.newBuilder()
                .setEpci(siren)
                .setName(siren)
                .setPopulation(
                        communes.stream().mapToInt(Commune::getPopulation).sum())
                .setCommunes(communes)
                .setPublicPlaces(List.of())
                .build();
    }

    private static Commune commune(Row row) {
        return new Commune(
                row.text("code_insee"),
                row.text("nom"),
                Integer.parseInt(row.text("population")),
                Double.parseDouble(row.text("latitude")),
                Double.parseDouble(row.text("longitude")));
    }

    private static RoomInventoried room(Row row, String epci) {
        return RoomInventoried.newBuilder()
                .setRoomId(row.text("id_salle"))
                .setEpci(epci)
                .setName(row.text("nom"))
                .setInsee(row.text("code_insee"))
                .setGestion(Gestion.valueOf(row.text("gestion")))
                .setOpened(row.date("date_ouverture"))
                .setClosed(row.date("date_fermeture"))
                .setWorkstations(row.whole("postes"))
                .setWeeklyHoursDeclaredHundredths(row.hundredths("heures_hebdo_declarees"))
                .setWeeklyHoursRealHundredths(row.hundredths("heures_hebdo_reelles"))
                .setHosting(Hosting.newBuilder().setFunctionsToday(List.of()).build())
                .build();
    }

    private static AttendanceRecorded record(Row row) {
        AttendanceCounts counts = AttendanceCounts.newBuilder()
                .setEtat(Etat.valueOf(row.text("etat")))
                .setSessions(row.whole("seances"))
                .setSessionHoursHundredths(row.hundredths("heures_seances"))
                .setPresences(row.whole("presences"))
                .setPersonHoursHundredths(row.hundredths("heures_personnes"))
                .setRegistered(row.whole("inscrits"))
                .setDistinctPeople(row.whole("personnes_distinctes"))
                .setScolaires(row.whole("scolaires"))
                .build();
        Grain grain = Grain.valueOf(row.text("grain"));
        return Records.of(
                row.text("activite"),
                Records.record(grain, row.text("periode_debut"), row.text("periode_fin"), counts));
    }

    private static Stream<Row> rows(Path file, String separator) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = Arrays.asList(lines.get(0).split(separator));
        return lines.stream().skip(1).map(line -> new Row(header, line.split(separator, -1)));
    }

    private record Row(List<String> header, String... cells) {

        String text(String column) {
            return cells[header.indexOf(column)];
        }

        @Nullable
        LocalDate date(String column) {
            return text(column).isEmpty() ? null : LocalDate.parse(text(column));
        }

        @Nullable
        Integer whole(String column) {
            return text(column).isEmpty() ? null : (Integer) Integer.parseInt(text(column));
        }

        @Nullable
        Integer hundredths(String column) {
            return text(column).isEmpty()
                    ? null
                    : (Integer) new BigDecimal(text(column)).movePointRight(2).intValueExact();
        }
    }
}
