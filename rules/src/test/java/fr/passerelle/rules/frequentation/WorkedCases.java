package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Rooms.AS_OF;
import static fr.passerelle.rules.frequentation.Rooms.BAREME;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.FeuilleDeRoute;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of {@code docs/worked-cases.md} as facts. Reads its own files plainly: the real reader belongs to batch. */
public final class WorkedCases {

    private static final Path ROOT = Path.of(System.getProperty("passerelle.root", ".."));
    private static final Path ROWS = ROOT.resolve("dev/proof/src/test/resources/worked");
    private static final Path FACTS = ROOT.resolve("sources/src/main/resources/facts");
    private static final Path COMMUNES = FACTS.resolve("communes-picardie.csv");
    private static final Path EPCIS = FACTS.resolve("epci-picardie.csv");
    private static final Path PUBLIC_PLACES = FACTS.resolve("lieux-publics-picardie.csv");

    private WorkedCases() {}

    public static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/worked-cases.md"));
    }

    public static List<RoomInventoried> rooms() throws IOException {
        Map<String, String> epcis = new HashMap<>();
        rows(COMMUNES, ",").forEach(row -> epcis.put(row.text("code_insee"), row.text("epci_siren")));
        return rows(ROWS.resolve("salles.csv"), ";")
                .map(row -> room(row, epcis.getOrDefault(row.text("code_insee"), Partitions.WITHOUT_EPCI)))
                .toList();
    }

    private static RoomRegister register(String roomId) throws IOException {
        Lines lines = new Lines();
        rows(ROWS.resolve("frequentation.csv"), ";")
                .filter(row -> row.text("id_salle").equals(roomId))
                .map(WorkedCases::record)
                .forEach(lines::add);
        return lines.register();
    }

    /** The rooms of an EPCI with what the barème of 2017-05 scores them. */
    public static List<ScoredRoom> scored(String siren) throws IOException {
        List<RoomInventoried> rooms =
                rooms().stream().filter(room -> room.getEpci().equals(siren)).toList();
        Function<RoomInventoried, ServedPopulation> population =
                ServedPopulation.of(epci(siren), rooms, AS_OF, BAREME.fenetre().populationRadiusMetres());
        List<ScoredRoom> scored = new ArrayList<>();
        for (RoomInventoried room : rooms) {
            scored.add(new ScoredRoom(
                    room,
                    new FrequentationRules(BAREME)
                            .score(room, register(room.getRoomId()), population.apply(room), AS_OF)));
        }
        return scored;
    }

    /** An EPCI with its communes, its public places, its rate of illectronisme and what it told. */
    public static EpciDescribed epci(String siren) throws IOException {
        List<Commune> communes = rows(COMMUNES, ",")
                .filter(row -> row.text("epci_siren").equals(siren))
                .map(WorkedCases::commune)
                .toList();
        WorkedRow epci = only(rows(EPCIS, ","), siren);
        return EpciDescribed.newBuilder()
                .setEpci(siren)
                .setName(epci.text("nom"))
                .setPopulation(
                        communes.stream().mapToInt(Commune::getPopulation).sum())
                .setIllectronismeRate(epci.as("taux_illectronisme_pct", BigDecimal::new))
                .setCommunes(communes)
                .setPublicPlaces(
                        publicPlaces(communes.stream().map(Commune::getInsee).toList()))
                .setIntercommunalite(project(only(rows(ROWS.resolve("intercommunalites.csv"), ";"), siren)))
                .build();
    }

    private static WorkedRow only(Stream<WorkedRow> rows, String siren) {
        return rows.filter(row -> row.text("epci_siren").equals(siren))
                .findFirst()
                .orElseThrow();
    }

    private static List<PublicPlace> publicPlaces(List<String> communes) throws IOException {
        return rows(PUBLIC_PLACES, ",")
                .filter(row -> communes.contains(row.text("code_insee")))
                .map(WorkedCases::publicPlace)
                .toList();
    }

    private static PublicPlace publicPlace(WorkedRow row) {
        return PublicPlace.newBuilder()
                .setId(row.text("id_lieu"))
                .setTypology(row.text("typologie"))
                .setName(row.text("nom"))
                .setInsee(row.text("code_insee"))
                .setLatitude(Double.parseDouble(row.text("latitude")))
                .setLongitude(Double.parseDouble(row.text("longitude")))
                .setWeeklyHoursHundredths(row.hundredths("ouverture_hebdo_h"))
                .build();
    }

    private static Commune commune(WorkedRow row) {
        return new Commune(
                row.text("code_insee"),
                row.text("nom"),
                Integer.parseInt(row.text("population")),
                Double.parseDouble(row.text("latitude")),
                Double.parseDouble(row.text("longitude")),
                null);
    }

    private static RoomInventoried room(WorkedRow row, String epci) {
        return RoomInventoried.newBuilder()
                .setRoomId(row.text("id_salle"))
                .setEpci(epci)
                .setName(row.text("nom"))
                .setInsee(row.text("code_insee"))
                .setGestion(Gestion.valueOf(row.text("gestion")))
                .setOpened(row.as("date_ouverture", LocalDate::parse))
                .setClosed(row.as("date_fermeture", LocalDate::parse))
                .setWorkstations(row.as("postes", Integer::valueOf))
                .setWeeklyHoursDeclaredHundredths(row.hundredths("heures_hebdo_declarees"))
                .setWeeklyHoursRealHundredths(row.hundredths("heures_hebdo_reelles"))
                .setHosting(hosting(row))
                .build();
    }

    private static Hosting hosting(WorkedRow row) {
        return Hosting.newBuilder()
                .setSurfaceM2Hundredths(row.hundredths("surface_m2"))
                .setConnection(row.as("connexion", text -> text))
                .setMeasuredMbitsHundredths(row.hundredths("debit_mbits"))
                .setAnimateurEtpHundredths(row.hundredths("animateur_etp"))
                .setOwnerAgreement(row.as("accord_proprietaire", "oui"::equals))
                .setStepFreeAccess(row.as("acces_plain_pied", "oui"::equals))
                .setOffHoursAccess(row.as("acces_hors_horaires", "oui"::equals))
                .setClosedSpace(row.as("espace_clos", "oui"::equals))
                .setVentilatedSpace(row.as("espace_ventile", "oui"::equals))
                .setFunctionsToday(row.list("fonctions", Fonction::valueOf))
                .build();
    }

    private static ReportedLine record(WorkedRow row) {
        AttendanceCounts counts = AttendanceCounts.newBuilder()
                .setEtat(Etat.valueOf(row.text("etat")))
                .setSessions(row.as("seances", Integer::valueOf))
                .setSessionHoursHundredths(row.hundredths("heures_seances"))
                .setPresences(row.as("presences", Integer::valueOf))
                .setPersonHoursHundredths(row.hundredths("heures_personnes"))
                .setRegistered(row.as("inscrits", Integer::valueOf))
                .setDistinctPeople(row.as("personnes_distinctes", Integer::valueOf))
                .setScolaires(row.as("scolaires", Integer::valueOf))
                .build();
        Grain grain = Grain.valueOf(row.text("grain"));
        return Records.of(
                row.text("activite"),
                Records.record(grain, row.text("periode_debut"), row.text("periode_fin"), counts));
    }

    private static Stream<WorkedRow> rows(Path file, String separator) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = Arrays.asList(lines.get(0).split(separator));
        return lines.stream().skip(1).map(line -> new WorkedRow(header, Arrays.asList(line.split(separator, -1))));
    }

    /** A row of the worked {@code intercommunalites.csv} as what the EPCI told. */
    private static Intercommunalite project(WorkedRow row) {
        return Intercommunalite.newBuilder()
                .setFeuilleDeRoute(row.as("feuille_de_route", FeuilleDeRoute::valueOf))
                .setFeuilleDeRouteDate(row.as("feuille_de_route_date", LocalDate::parse))
                .setEtude(row.as("etude", EtudeState::valueOf))
                .setFunctionsWanted(row.list("fonctions_voulues", Fonction::valueOf))
                .setExistingTiersLieu(row.as("tiers_lieu_existant", text -> text))
                .setPorteur(row.as("porteur_siren", text -> text))
                .setCostEtude(row.as("cout_etude", BigDecimal::new))
                .setCostInvestissement(row.as("cout_investissement", BigDecimal::new))
                .setCostAnimation1(row.as("cout_animation_1", BigDecimal::new))
                .setCostAnimation2(row.as("cout_animation_2", BigDecimal::new))
                .setCostAnimation3(row.as("cout_animation_3", BigDecimal::new))
                .setCostAnimation4(row.as("cout_animation_4", BigDecimal::new))
                .setReceipts(row.as("recettes", BigDecimal::new))
                .setOtherPublicAid(row.as("autres_aides_publiques", BigDecimal::new))
                .setOpening(row.as("date_ouverture", LocalDate::parse))
                .build();
    }

    /** A row of a file of worked cases, its cells by column. An empty cell is unknown. */
    record WorkedRow(List<String> header, List<String> cells) {

        String text(String column) {
            return cells.get(header.indexOf(column));
        }

        /** What a cell says; null where it is empty. */
        <T> @Nullable T as(String column, Function<String, T> value) {
            return text(column).isEmpty() ? null : value.apply(text(column));
        }

        @Nullable
        Integer hundredths(String column) {
            return as(column, text -> new BigDecimal(text).movePointRight(2).intValueExact());
        }

        <T> List<T> list(String column, Function<String, T> value) {
            return text(column).isEmpty()
                    ? List.of()
                    : Arrays.stream(text(column).split("\\|")).map(value).toList();
        }
    }
}
