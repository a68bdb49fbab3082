package fr.passerelle.dataset;

import fr.passerelle.dataset.EtapeTable.Etape;
import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.rules.financing.Notifications;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.sheets.form.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row a place of digital mediation, under the names of the national standard v1.0.2: the seats and the étapes that were notified and
 * stand; and, where they are asked for, the étapes that are proposed.
 */
final class LieuTable {

    /** What the national map has for a place whose SIRET nobody knows; a SIREN would be taken for none. */
    private static final String NO_PIVOT = "00000000000000";

    private static final String ROOM = "room:";
    private static final String SITE = "site:";
    private static final String LEARNING = "Maîtrise des outils numériques du quotidien";
    private static final String ACCESS = "Accès internet et matériel informatique";
    private static final String MAKING = "Loisirs et créations numériques";

    /** Whatever the standard's own library refuses in a street. */
    private static final Pattern REFUSED = Pattern.compile("[^0-9A-Za-zÀ-ÖØ-öø-ÿœ-ŸŒ\\-,()°.&:+–|;'’/\\s]+");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /**
     * A place: typology and services are those of the standard, null is what is not known.
     *
     * @param nomadic whether an animateur comes there
     * @param hours when sessions are held there, in the syntax of OpenStreetMap; null where none was published
     * @param summary what it is, in French, at most 280 characters
     */
    private record Lieu(
            String id,
            String name,
            String insee,
            @Nullable String address,
            String epci,
            Table.@Nullable Point point,
            String kind,
            boolean nomadic,
            @Nullable String hours,
            String summary,
            List<String> services) {}

    private final DatasetSource source;
    private final LogInventory known;
    private final Set<String> notifiedEtapes;

    private LieuTable(DatasetSource source) {
        this.source = source;
        this.known = source.known();
        this.notifiedEtapes = Notifications.etapes(known.decisions());
    }

    /** The places that were decided. */
    static Table<?> decided(DatasetSource source) {
        return new LieuTable(source).table(false);
    }

    /** These, and the étapes that are proposed. */
    static Table<?> proposed(DatasetSource source) {
        return new LieuTable(source).table(true);
    }

    private Table<?> table(boolean withProposals) {
        Provenance provenance = source.provenance();
        String origin = "Passerelle, exécution %s, situation %s, barème %s"
                .formatted(
                        provenance.run().id(), source.asOf(), provenance.run().baremeId());
        return source.<Lieu>table()
                .text("id", "Identifiant du lieu", Lieu::id)
                .text("pivot", "SIRET ; quatorze zéros : inconnu", it -> NO_PIVOT)
                .text("nom", "Nom du lieu", Lieu::name)
                .text(
                        "commune",
                        "Nom de la commune",
                        it -> Objects.requireNonNullElse(known.communeName(it.insee()), it.insee()))
                .text(
                        "code_postal",
                        "Code postal ; le premier de la commune quand elle en a plusieurs",
                        it -> postalCode(it.address(), source.postalCodes().apply(it.insee())))
                .text("code_insee", "Code INSEE de la commune", Lieu::insee)
                .text(
                        "adresse",
                        "Adresse ; le nom du lieu quand elle n'est pas connue",
                        it -> street(Objects.requireNonNullElse(it.address(), it.name())))
                .text("structure_parente", "Intercommunalité", it -> known.epciName(it.epci()))
                .text("typologie", "Typologie du standard", Lieu::kind)
                .text("horaires", "Séances publiées, à partir du mois de l'exécution : dates et heures", Lieu::hours)
                .text("presentation_resume", "Ce que c'est", Lieu::summary)
                .text(
                        "itinerance",
                        "Itinérant (étape nomade) ou Fixe (tiers lieu)",
                        it -> it.nomadic() ? "Itinérant" : "Fixe")
                .text("services", "Services du standard", Lieu::services)
                .text(
                        "modalites_accompagnement",
                        "Modalités du standard",
                        it -> it.nomadic() ? "Dans un atelier collectif" : null)
                .text("source", "Qui a collecté la donnée, et de quelle exécution elle vient", it -> origin)
                .text("presentation_detail", "Ce qu'il faut savoir avant de s'en servir", it -> provenance.warning())
                .date("date_maj", "Jour de la publication", it -> provenance.publishedOn())
                .at(Lieu::point, lieux(withProposals));
    }

    /** A street as the standard's own library takes it. */
    static String street(String text) {
        String kept = SPACES.matcher(REFUSED.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return kept.isEmpty() ? "Adresse non connue" : kept;
    }

    /** The code that the address names, if it is one of the commune's; else the first of these, null where there are none. */
    static @Nullable String postalCode(@Nullable String address, List<String> codes) {
        return codes.stream()
                .filter(code -> address != null && address.contains(code))
                .findFirst()
                .orElse(codes.isEmpty() ? null : codes.getFirst());
    }

    private List<Lieu> lieux(boolean withProposals) {
        Set<String> seats = new LinkedHashSet<>();
        known.epcis().forEach(epci -> seats.addAll(Notifications.seats(epci.getEpci(), known.decisionsOf(epci))));
        return Stream.concat(
                        seats.stream().flatMap(this::seat),
                        EtapeTable.etapes(source).stream()
                                .filter(etape -> !seats.contains(
                                        ROOM + etape.conversion().getRoomId()))
                                .filter(etape -> withProposals || isNotified(etape.conversion()))
                                .map(this::etape))
                .toList();
    }

    /** A seat that has left the inventory since is on no map. */
    private Stream<Lieu> seat(String seat) {
        return seat.startsWith(ROOM)
                ? known.room(seat.substring(ROOM.length())).stream().map(this::room)
                : known.site(seat.substring(SITE.length())).stream().map(this::site);
    }

    private Lieu room(RoomInventoried it) {
        return seat(it.getRoomId(), it.getName(), it.getInsee(), it.getAddress(), it.getEpci(), known.where(it));
    }

    private Lieu site(SiteDescribed it) {
        Table.Point centre = known.centre(it.getInsee());
        return seat(it.getSiteId(), it.getName(), it.getInsee(), it.getAddress(), it.getEpci(), centre);
    }

    private Lieu seat(
            String id, String name, String insee, @Nullable String address, String epci, Table.@Nullable Point point) {
        return new Lieu(
                "tiers-lieu-" + id,
                name,
                insee,
                address,
                epci,
                point,
                "TIERS_LIEUX",
                false,
                null,
                "Tiers lieu numérique décidé par la Région.",
                services(epci, id));
    }

    private List<String> services(String epci, String seat) {
        Plan plan = source.proposals().plans().get(epci);
        return plan != null && seat.equals(plan.getTiersLieu())
                ? plan.getFunctions().stream()
                        .flatMap(LieuTable::service)
                        .distinct()
                        .toList()
                : List.of();
    }

    private static Stream<String> service(Fonction function) {
        return switch (function) {
            case MEDIATION_NUMERIQUE -> Stream.of(LEARNING);
            case COWORKING, TELETRAVAIL -> Stream.of(ACCESS);
            case FABLAB -> Stream.of(MAKING);
            case ACCOMPAGNEMENT_PROJETS -> Stream.of();
        };
    }

    private Lieu etape(Etape etape) {
        Host host = etape.host();
        return new Lieu(
                "etape-" + etape.conversion().getRoomId(),
                host.getName(),
                host.getInsee(),
                address(host),
                etape.conversion().getEpci(),
                etape.point(),
                kind(etape),
                true,
                source.calendar().hours(SharedHosts.ofHost(host), source.asOf().atDay(1)),
                summary(etape.conversion()),
                List.of(LEARNING));
    }

    /** The address of a host, where that is a room; no other is known. */
    private @Nullable String address(Host host) {
        return host.getId() == null
                ? null
                : known.room(host.getId()).map(RoomInventoried::getAddress).orElse(null);
    }

    private static String kind(Etape etape) {
        if (etape.place() != null) {
            return etape.place().getTypology();
        }
        return etape.host().getKind() == HostKind.SALLE ? "EPN" : "MUNI";
    }

    private boolean isNotified(Conversion conversion) {
        return notifiedEtapes.contains(conversion.getRoomId());
    }

    private String summary(Conversion conversion) {
        return "Étape de médiation nomade %s%s : %d séance%s de deux heures par mois, sur inscription."
                .formatted(
                        isNotified(conversion) ? "décidée par la Région" : "proposée",
                        conversion.getProvisoire() ? ", provisoire" : "",
                        conversion.getSessionsAMonth(),
                        conversion.getSessionsAMonth() > 1 ? "s" : "");
    }
}
