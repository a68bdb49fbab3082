package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.economy.EconomicModel;
import fr.passerelle.rules.economy.EconomicModel.BreakEven;
import fr.passerelle.rules.economy.EconomicModel.ModelYear;
import fr.passerelle.rules.economy.RemainderDivision;
import fr.passerelle.rules.economy.RemainderDivision.CommuneShare;
import fr.passerelle.rules.economy.RemainderDivision.CommuneWeight;
import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.rules.economy.RemainderDivision.Remainder;
import fr.passerelle.rules.economy.RemainderDivision.RemainderLine;
import fr.passerelle.rules.economy.YearReconciliation;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The project of an EPCI: where it stands, what running would cost it, how its communes would divide that. All of it is shown beside the
 * proposal and never in a score nor in an aid.
 */
public record ProjectDocument(Dossier dossier, EpciDescribed epci) {

    /** Places that a page names, of a list that the annex has whole. */
    private static final int NAMED = 2;

    private static final String OTHERS = "projet.autres";
    private static final String FRANCE_SERVICES = "RFS";
    private static final Intercommunalite SILENT =
            Intercommunalite.newBuilder().setFunctionsWanted(List.of()).build();

    /** @param epci null where nothing is known of it */
    public static ProjectDocument of(Dossier dossier, @Nullable EpciDescribed epci) {
        return new ProjectDocument(dossier, Optional.ofNullable(epci).orElseGet(() -> unknown(dossier)));
    }

    /** Where it stands, each a name and what is known in a line. */
    public List<List<String>> standing() {
        return situation(NAMED).rows();
    }

    /** What running would cost it, by year. */
    public List<Block> economy() {
        return EconomicModel.of(dossier.plan(), epci.getIntercommunalite())
                .map(this::economy)
                .orElseGet(() -> List.of(Block.paragraph("projet.modele.absent")));
    }

    /**
     * How its communes would divide what stays.
     *
     * @param leaving INSEE code of the one that would leave; of none of them where none would
     */
    public List<Block> division(DivisionKey key, String leaving) {
        return new DivisionPart(dossier, epci, key).blocks(leaving);
    }

    /** Its communes, by name as French sorts them. */
    public List<Commune> communes() {
        return epci.getCommunes().stream()
                .sorted(Comparator.comparing(Commune::getName, Collator.getInstance(Locale.FRANCE)::compare)
                        .thenComparing(Commune::getInsee))
                .toList();
    }

    /** All of it, as an annex of the whole explanation. */
    public Document annex() {
        return new Document(
                Textes.say("projet.titre", Map.of("epci", FrenchNames.epci(epci.getName()))),
                Stream.<List<? extends Block>>of(
                                List.of(Block.heading("projet.situation"), situation(Integer.MAX_VALUE)),
                                List.of(Block.heading("projet.modele")),
                                economy(),
                                List.of(Block.heading("projet.partage")),
                                division(DivisionKey.HABITANTS, ""),
                                division(DivisionKey.SEANCES, ""))
                        .<Block>flatMap(List::stream)
                        .toList());
    }

    private static EpciDescribed unknown(Dossier dossier) {
        return EpciDescribed.newBuilder()
                .setEpci(dossier.plan().getEpci())
                .setName(dossier.plan().getName())
                .setPopulation(dossier.plan().getPopulation())
                .setCommunes(List.of())
                .setPublicPlaces(List.of())
                .build();
    }

    /** @param most places that a list names before it counts the others */
    private Block.Grid situation(int most) {
        return new Block.Grid(
                Textes.say("projet.situation.legende"),
                List.of(Textes.say("projet.point"), Textes.say("projet.reponse")),
                rows(most));
    }

    private List<List<String>> rows(int most) {
        Intercommunalite told = Objects.requireNonNullElse(epci.getIntercommunalite(), SILENT);
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("feuille", roadmap(told)));
        rows.add(row("etude", study(told)));
        rows.add(row("fonctions", wanted(told)));
        rows.add(row("ouverture", dated(told.getOpening())));
        rows.add(row("recettes", receipts(told)));
        rows.add(row("maisons", houses(most)));
        rows.add(row("acces", access(most)));
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
                Map.of("etat", code(told.getFeuilleDeRoute()), "date", Textes.yes(on != null), "jour", dated(on)));
    }

    private static String study(Intercommunalite told) {
        BigDecimal cost = told.getCostEtude();
        return Textes.say(
                "projet.etude.etat",
                Map.of(
                        "etat", code(told.getEtude()),
                        "connu", Textes.yes(cost != null),
                        "cout", FrenchNumbers.euros(cost)));
    }

    private static String wanted(Intercommunalite told) {
        return told.getFunctionsWanted().isEmpty()
                ? Textes.say("projet.fonctions.aucune")
                : Textes.and(told.getFunctionsWanted().stream()
                        .map(one -> Textes.word("fonction", one))
                        .toList());
    }

    private static String receipts(Intercommunalite told) {
        return told.getReceipts() == null
                ? Textes.say("projet.inconnu")
                : Textes.say("projet.par.an", Map.of("euros", FrenchNumbers.euros(told.getReceipts())));
    }

    /** France services took the place of the maisons de services au public, in the same places: the table shipped names them so. */
    private String houses(int most) {
        Map<String, String> communes =
                epci.getCommunes().stream().collect(Collectors.toMap(Commune::getInsee, Commune::getName, (a, b) -> a));
        List<String> houses = epci.getPublicPlaces().stream()
                .filter(place -> place.getTypology().equals(FRANCE_SERVICES))
                .map(place -> Textes.say(
                        "projet.maison",
                        Map.of(
                                "nom", place.getName(),
                                "commune", communes.getOrDefault(place.getInsee(), place.getInsee()))))
                .toList();
        return houses.isEmpty() ? Textes.say("projet.maisons.aucune") : Textes.and(houses, most, OTHERS);
    }

    private String access(int most) {
        List<String> lacking = epci.getCommunes().stream()
                .filter(commune -> Boolean.TRUE.equals(commune.getAccessDeficit()))
                .map(Commune::getName)
                .toList();
        return Textes.say(
                "projet.acces.etat",
                Map.of("n", lacking.size(), "communes", lacking.isEmpty() ? "" : Textes.and(lacking, most, OTHERS)));
    }

    private static String code(@Nullable Enum<?> state) {
        return state == null ? "" : state.name();
    }

    private static String dated(@Nullable LocalDate day) {
        return day == null ? Textes.say("projet.inconnu") : Months.day(day);
    }

    private List<Block> economy(EconomicModel model) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(
                "projet.modele.texte",
                Map.of(
                        "siege", Textes.yes(dossier.plan().getTiersLieu() != null),
                        "essai", Textes.yes(dossier.plan().getDemonstration()))));
        blocks.add(new Block.Grid(
                Textes.say("projet.modele.legende"),
                List.of("Année", "Charges", "Aide régionale", "Recettes", "Reste au plus", "Reste au moins"),
                model.years().stream().map(ProjectDocument::row).toList()));
        Stream.of(reconciled(model), balance(model), uncounted(model), Textes.say("projet.modele.calcul"))
                .filter(said -> !said.isEmpty())
                .map(Block.Paragraph::new)
                .forEach(blocks::add);
        return blocks;
    }

    private String reconciled(EconomicModel model) {
        List<String> years = YearReconciliation.of(dossier.plan(), model).stream()
                .map(ProjectDocument::reconciled)
                .toList();
        return years.isEmpty() ? "" : Textes.say("projet.restes", Map.of("annees", String.join(" ", years)));
    }

    private static String balance(EconomicModel model) {
        return Textes.say(
                "projet.equilibre",
                Map.of(
                        "connu", Textes.yes(!(model.prudent() instanceof BreakEven.Unknown)),
                        "prudent", told(model.prudent()),
                        "favorable", told(model.hopeful())));
    }

    private static String uncounted(EconomicModel model) {
        List<String> services = model.uncounted().stream()
                .map(name -> Textes.word("projet.service", name))
                .toList();
        return services.isEmpty() ? "" : Textes.say("projet.modele.manque", Map.of("services", Textes.and(services)));
    }

    private static String reconciled(YearReconciliation year) {
        return Textes.say(
                "projet.reste",
                Map.of(
                        "n", year.year(),
                        "cout", FrenchNumbers.euros(year.cost()),
                        "aide", FrenchNumbers.euros(year.aid()),
                        "autres", year.others().signum() == 0 ? "non" : FrenchNumbers.euros(year.others()),
                        "reste", FrenchNumbers.euros(year.left()),
                        "charges", FrenchNumbers.euros(year.otherCharges()),
                        "recettes", FrenchNumbers.euros(year.receipts()),
                        "modele", left(year.modelled())));
    }

    private static List<String> row(ModelYear year) {
        return List.of(
                Textes.say("projet.annee", Map.of("n", year.number())),
                FrenchNumbers.euros(year.charges()),
                FrenchNumbers.euros(year.aid()),
                year.receiptsLow().equals(year.receiptsHigh())
                        ? FrenchNumbers.euros(year.receiptsLow())
                        : Textes.say(
                                "projet.de.a",
                                Map.of(
                                        "bas", FrenchNumbers.euros(year.receiptsLow()),
                                        "haut", FrenchNumbers.euros(year.receiptsHigh()))),
                left(year.most()),
                left(year.least()));
    }

    /** Below zero it is a surplus. */
    private static String left(@Nullable BigDecimal euros) {
        return euros == null || euros.signum() >= 0
                ? FrenchNumbers.euros(euros)
                : Textes.say("projet.excedent", Map.of("euros", FrenchNumbers.euros(euros.negate())));
    }

    private static String told(BreakEven breakEven) {
        return switch (breakEven) {
            case BreakEven.Reached reached ->
                Textes.say("projet.equilibre.atteint", Map.of("n", reached.subscriptions()));
            case BreakEven.OutOfReach out -> Textes.say("projet.equilibre.hors");
            case BreakEven.Unknown unknown -> Textes.say("projet.equilibre.inconnu");
        };
    }

    /** How the communes of an EPCI would divide what stays to it. */
    record DivisionPart(Dossier dossier, EpciDescribed epci, DivisionKey key) {

        /** @param leaving INSEE code of the commune that would leave; of none of them where none would */
        List<Block> blocks(String leaving) {
            List<CommuneWeight> communes = key.weights(epci.getCommunes(), dossier.plan(), dossier.conversions());
            Remainder remainder = Remainder.of(dossier.plan());
            RemainderDivision division = RemainderDivision.of(remainder, communes);
            Optional<CommuneShare> gone = division.shares().stream()
                    .filter(share -> share.commune().insee().equals(leaving))
                    .findFirst();
            if (division.shares().isEmpty()) {
                return List.of(Block.paragraph("projet.partage.rien", Map.of("cle", key.name())));
            }
            return gone.map(share -> left(share, division, RemainderDivision.without(leaving, remainder, communes)))
                    .orElseGet(() -> List.of(rule(), grid(division, remainder)));
        }

        private Block rule() {
            return Block.paragraph("projet.partage.texte", Map.of("cle", key.name()));
        }

        private Block grid(RemainderDivision division, Remainder remainder) {
            List<List<String>> rows =
                    new ArrayList<>(division.shares().stream().map(this::row).toList());
            rows.add(total(remainder, division));
            return new Block.Grid(
                    Textes.say("projet.partage.legende", Map.of("cle", key.name())),
                    header(remainder.lines().keySet().stream()),
                    rows);
        }

        private List<String> header(Stream<RemainderLine> lines) {
            return Stream.of(
                            Stream.of("Commune", Textes.say("projet.cle." + key.name())),
                            lines.map(line -> Textes.say("projet.ligne." + line.name())),
                            Stream.of(Textes.say("projet.ligne.TOTAL")))
                    .flatMap(Function.identity())
                    .toList();
        }

        private List<String> row(CommuneShare share) {
            return cells(
                    share.commune().name(), share.commune().weight(), share.euros().values().stream(), share.total());
        }

        private List<String> total(Remainder remainder, RemainderDivision division) {
            return cells(
                    Textes.say("projet.partage.total"),
                    division.shares().stream()
                            .mapToLong(share -> share.commune().weight())
                            .sum(),
                    remainder.lines().values().stream(),
                    division.shares().stream().map(CommuneShare::total).reduce(BigDecimal.ZERO, BigDecimal::add));
        }

        private static List<String> cells(String name, long weight, Stream<BigDecimal> euros, BigDecimal total) {
            return Stream.of(
                            Stream.of(name, FrenchNumbers.whole(weight)),
                            euros.map(FrenchNumbers::euros),
                            Stream.of(FrenchNumbers.euros(total)))
                    .flatMap(Function.identity())
                    .toList();
        }

        /** What the others would pay, and how much more than today: of the plan, and of year 4. */
        private List<Block> left(CommuneShare gone, RemainderDivision today, RemainderDivision without) {
            if (without.shares().isEmpty()) {
                return List.of(Block.paragraph(
                        "projet.partage.seule", Map.of("commune", gone.commune().name())));
            }
            Map<String, CommuneShare> before = today.shares().stream()
                    .collect(Collectors.toMap(share -> share.commune().insee(), Function.identity()));
            List<List<String>> rows = without.shares().stream()
                    .map(share -> risen(before.getOrDefault(share.commune().insee(), share), share))
                    .toList();
            return List.of(
                    rule(),
                    Block.paragraph(
                            "projet.partage.depart",
                            Map.of(
                                    "commune", gone.commune().name(),
                                    "euros", FrenchNumbers.euros(gone.total()),
                                    "annee4", FrenchNumbers.euros(yearFour(gone)))),
                    new Block.Grid(
                            Textes.say(
                                    "projet.partage.depart.legende",
                                    Map.of("commune", gone.commune().name())),
                            List.of("Commune", "Aujourd’hui", "Après", "Hausse", "Hausse en année 4"),
                            rows));
        }

        private static List<String> risen(CommuneShare before, CommuneShare after) {
            return List.of(
                    after.commune().name(),
                    FrenchNumbers.euros(before.total()),
                    FrenchNumbers.euros(after.total()),
                    FrenchNumbers.euros(after.total().subtract(before.total())),
                    FrenchNumbers.euros(yearFour(after).subtract(yearFour(before))));
        }

        private static BigDecimal yearFour(CommuneShare share) {
            return share.euros().getOrDefault(RemainderLine.ANNEE_4, BigDecimal.ZERO);
        }
    }
}
