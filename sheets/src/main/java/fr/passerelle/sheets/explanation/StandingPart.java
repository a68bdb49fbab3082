package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Quantities;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where an EPCI stands, as it told the region, and what public tables say of its services.
 *
 * @param most places that a list names before it counts the others
 */
record StandingPart(EpciDescribed epci, int most) {

    private static final String FRANCE_SERVICES = "RFS";
    private static final Intercommunalite SILENT =
            Intercommunalite.newBuilder().setFunctionsWanted(List.of()).build();

    Block.Grid grid() {
        return new Block.Grid(
                Textes.say("projet.situation.legende"),
                List.of(Textes.say("projet.point"), Textes.say("projet.reponse")),
                rows());
    }

    private List<List<String>> rows() {
        Intercommunalite told = Objects.requireNonNullElse(epci.getIntercommunalite(), SILENT);
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("feuille", roadmap(told)));
        rows.add(row("etude", study(told)));
        rows.add(row("fonctions", wanted(told)));
        rows.add(row("ouverture", dated(told.getOpening())));
        rows.add(row("recettes", receipts(told)));
        rows.add(row("maisons", houses()));
        rows.add(row("acces", access()));
        rows.add(row("fiche", Objects.requireNonNullElse(epci.getFicheAction(), Textes.say("projet.aucune.fiche"))));
        return rows;
    }

    private static List<String> row(String name, String value) {
        return List.of(Textes.say("projet." + name), value);
    }

    private static String roadmap(Intercommunalite told) {
        LocalDate on = told.getFeuilleDeRouteDate();
        return Textes.say(
                "projet.feuille.etat",
                Map.of("etat", code(told.getFeuilleDeRoute()), "date", on == null ? "non" : "oui", "jour", dated(on)));
    }

    private static String study(Intercommunalite told) {
        BigDecimal cost = told.getCostEtude();
        return Textes.say(
                "projet.etude.etat",
                Map.of(
                        "etat", code(told.getEtude()),
                        "connu", cost == null ? "non" : "oui",
                        "cout", Quantities.euros(cost)));
    }

    private static String wanted(Intercommunalite told) {
        return told.getFunctionsWanted().isEmpty()
                ? Textes.say("projet.fonctions.aucune")
                : Textes.and(
                        told.getFunctionsWanted().stream().map(Codes::fonction).toList());
    }

    private static String receipts(Intercommunalite told) {
        return told.getReceipts() == null
                ? Textes.say("projet.inconnu")
                : Textes.say("projet.par.an", Map.of("euros", Quantities.euros(told.getReceipts())));
    }

    /** France services took the place of the maisons de services au public, in the same places: the table shipped names them so. */
    private String houses() {
        Map<String, String> communes =
                epci.getCommunes().stream().collect(Collectors.toMap(Commune::getInsee, Commune::getName, (a, b) -> a));
        List<String> houses = epci.getPublicPlaces().stream()
                .filter(place -> place.getTypology().equals(FRANCE_SERVICES))
                .map(place -> Textes.say(
                        "projet.maison", Map.of("nom", place.getName(), "commune", commune(place, communes))))
                .toList();
        return houses.isEmpty() ? Textes.say("projet.maisons.aucune") : some(houses);
    }

    private static String commune(PublicPlace place, Map<String, String> communes) {
        return communes.getOrDefault(place.getInsee(), place.getInsee());
    }

    private String access() {
        List<String> lacking = epci.getCommunes().stream()
                .filter(commune -> Boolean.TRUE.equals(commune.getAccessDeficit()))
                .map(Commune::getName)
                .toList();
        return Textes.say(
                "projet.acces.etat", Map.of("n", lacking.size(), "communes", lacking.isEmpty() ? "" : some(lacking)));
    }

    private String some(List<String> places) {
        List<String> named = new ArrayList<>(places.subList(0, Math.min(most, places.size())));
        int others = places.size() - named.size();
        if (others > 0) {
            named.add(Textes.say("projet.autres", Map.of("n", others)));
        }
        return Textes.and(named);
    }

    private static String code(@Nullable Enum<?> state) {
        return state == null ? "" : state.name();
    }

    private static String dated(@Nullable LocalDate day) {
        return day == null ? Textes.say("projet.inconnu") : Months.day(day);
    }
}
