package fr.passerelle.sheets.act;

import fr.passerelle.rules.financing.Decision;
import fr.passerelle.rules.financing.OtherFunding;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.act.ActDraft.AidGrid;
import fr.passerelle.sheets.act.ActDraft.EtapesGrid;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.Dossier.ScoreFigures;
import fr.passerelle.sheets.explanation.MoneyPart.SharedCost;
import fr.passerelle.sheets.explanation.Naming;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The draft of an act, from the facts of a dossier: nothing is computed again, nobody is named, and what only people know is left blank.
 *
 * @param header what stands at the head of each page
 */
public record ActDraft(Document document, String header) {

    /** Whether there is something to decide, of which there are drafts. */
    public static boolean isDue(Dossier dossier) {
        return !new AidGrid(dossier).isEmpty();
    }

    /** The deliberation that grants the aid; empty where there is nothing to decide. */
    public static Optional<ActDraft> deliberation(Dossier dossier, ActOrigin origin) {
        return of("acte.deliberation.titre", dossier, origin, new DeliberationBlocks(dossier, origin).blocks());
    }

    /** The financial annex of the convention; empty where there is nothing to decide. */
    public static Optional<ActDraft> convention(Dossier dossier, ActOrigin origin) {
        return of("acte.convention.titre", dossier, origin, new ConventionBlocks(dossier).blocks());
    }

    /** As an OpenDocument text, its header on each page. */
    public byte[] asOdt() {
        return document.asOdt(header);
    }

    private static Optional<ActDraft> of(String title, Dossier dossier, ActOrigin origin, List<Block> act) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(
                "acte.origine",
                Map.of(
                        "execution", origin.run(),
                        "date", Months.lastDay(dossier.plan().getAsOf()),
                        "bareme", origin.bareme())));
        blocks.addAll(new OpenPoints(dossier, origin).blocks());
        blocks.addAll(act);
        blocks.add(new Block.Paragraph(origin.mention()));
        String name = FrenchNames.epci(dossier.plan().getName());
        String titled = Textes.say(title, Map.of("siege", Textes.yes(dossier.isSeated()), "epci", name));
        return isDue(dossier)
                ? Optional.of(new ActDraft(new Document(titled, blocks), header(origin)))
                : Optional.empty();
    }

    private static String header(ActOrigin origin) {
        return origin.exercise()
                ? Textes.say("acte.entete.exercice", Map.of("mention", origin.mention()))
                : Textes.say("acte.entete");
    }

    /**
     * Where the facts of a draft come from.
     *
     * @param exercise whether they are no proposal: the data are a reconstruction, or the barème only illustrates
     * @param decisions what was decided already, a sentence each
     */
    public record ActOrigin(String run, String bareme, boolean exercise, String mention, List<String> decisions) {

        public ActOrigin {
            decisions = List.copyOf(decisions);
        }
    }

    /** « à Ham », or nothing where no tiers lieu is proposed. */
    static String at(Dossier dossier) {
        Siege seat = dossier.plan().getSiege();
        return seat == null ? "" : Naming.of(dossier.plan()).at(seat);
    }

    /** The functions of the seat that are judged so; none where no tiers lieu is proposed. */
    static List<String> functions(Dossier dossier, Disponibilite... judged) {
        Siege seat = dossier.plan().getSiege();
        List<FonctionJugee> all = seat == null ? List.of() : dossier.fonctions(seat);
        return Dossier.functions(all, judged);
    }

    /** The plan de financement prévisionnel of a draft: the lines that may be granted, each amount as the plan has it. */
    record AidGrid(Dossier dossier) {

        /** Whether there is no aid to grant: no tiers lieu is proposed, and the study was refused. */
        boolean isEmpty() {
            return !dossier.isSeated() && lines().stream().allMatch(line -> Decision.REFUSEE.of(line));
        }

        /** Lines whose cost nobody gave. */
        List<String> unknown() {
            return decided(Decision.COUT_INCONNU);
        }

        /** Lines that the study has to be handed in for. */
        List<String> waiting() {
            return decided(Decision.ETUDE_PREALABLE);
        }

        private List<String> decided(Decision decision) {
            return lines().stream()
                    .filter(decision::of)
                    .map(line -> Textes.word("ligne", line.getLine()))
                    .toList();
        }

        Block block() {
            List<List<String>> rows = new ArrayList<>();
            SharedCost shared = new SharedCost(dossier.plan());
            lines().forEach(line -> rows.add(row(line, shared)));
            rows.add(total(shared));
            return new Block.Grid(
                    Textes.say(
                            "acte.plan.lignes",
                            Map.of("connues", Textes.yes(unknown().isEmpty()))),
                    shared.cells(
                            "Ligne",
                            "Coût prévisionnel",
                            "Aide régionale",
                            Textes.say("aide.autres"),
                            "Reste à charge",
                            "Taux",
                            "Plafond (aide ou base)"),
                    rows);
        }

        private List<AidLine> lines() {
            return dossier.plan().getAid().stream()
                    .filter(line -> dossier.isSeated() || line.getLine() == AidLineName.ETUDE)
                    .toList();
        }

        private static List<String> total(SharedCost shared) {
            Plan plan = shared.plan();
            return shared.cells(
                    Textes.say("acte.plan.total"),
                    amount(plan.getAidTotal() == null ? null : shared.cost()),
                    amount(plan.getAidTotal()),
                    amount(plan.getAidTotal() == null ? null : shared.others()),
                    amount(plan.getLeftTotal()),
                    "",
                    "");
        }

        private static List<String> row(AidLine line, SharedCost shared) {
            return shared.cells(
                    Textes.word("ligne", line.getLine()),
                    isUnknown(line) ? Textes.say("acte.plan.inconnu") : costed(line, line.getCost()),
                    amount(line.getAid()),
                    OtherFunding.of(line).map(FrenchNumbers::euros).orElse(""),
                    isUnknown(line) ? amount(null) : costed(line, line.getLeft()),
                    FrenchNumbers.rate(line.getRate()),
                    FrenchNumbers.euros(line.getCeiling()));
        }

        private static boolean isUnknown(AidLine line) {
            return Decision.COUT_INCONNU.of(line);
        }

        /** What is refused has no cost; of what waits for the study it may not be known. */
        private static String costed(AidLine line, @Nullable BigDecimal amount) {
            if (amount != null) {
                return FrenchNumbers.euros(amount);
            }
            return Textes.say(Decision.REFUSEE.of(line) ? "acte.plan.sans.objet" : "acte.plan.inconnu");
        }

        private static String amount(@Nullable BigDecimal amount) {
            return amount == null ? Textes.say("acte.plan.attente") : FrenchNumbers.euros(amount);
        }
    }

    /** The étapes de médiation nomade of a draft. */
    record EtapesGrid(Dossier dossier) {

        /** Rooms whose animation nobody pays yet. */
        List<String> unpaid() {
            return dossier.etapes().stream()
                    .filter(etape -> etape.getPayeur() == Payeur.A_TROUVER)
                    .map(etape -> dossier.name(etape.getRoomId()))
                    .toList();
        }

        /** Where a maire still has to agree. */
        List<String> hosts() {
            Naming naming = Naming.of(dossier.plan());
            return dossier.etapes().stream()
                    .map(Dossier::host)
                    .filter(host -> host.getKind() != HostKind.SALLE)
                    .map(naming::at)
                    .distinct()
                    .toList();
        }

        Block block() {
            return new Block.Grid(
                    Textes.say("acte.etapes.liste"),
                    List.of("Salle", "Lieu d’accueil", "Séances par mois", "Durée", "Animation payée par"),
                    dossier.etapes().stream().map(this::row).toList());
        }

        private List<String> row(Conversion etape) {
            return List.of(
                    dossier.name(etape.getRoomId()),
                    Naming.of(dossier.plan()).at(Dossier.host(etape)),
                    Integer.toString(etape.getSessionsAMonth()),
                    Textes.say("acte.etape.provisoire", Map.of("provisoire", Textes.yes(etape.getProvisoire()))),
                    payer(etape));
        }

        private String payer(Conversion etape) {
            return switch (dossier.payerKind(etape)) {
                case "" -> Textes.say("acte.payeur.A_TROUVER");
                case "EPCI" -> Textes.say("acte.payeur.EPCI");
                case String kind -> Textes.word("acte.payeur", kind) + dossier.payer(etape);
            };
        }
    }

    /** The financial annex of a convention: the plan de financement prévisionnel, its conditions, what stays with the EPCI, the étapes. */
    record ConventionBlocks(Dossier dossier) {

        List<Block> blocks() {
            List<Block> blocks = new ArrayList<>();
            blocks.addAll(parties());
            blocks.add(Block.heading("acte.plan"));
            blocks.add(new AidGrid(dossier).block());
            boolean seated = dossier.isSeated();
            if (seated) {
                blocks.add(Block.heading("acte.exercices"));
                blocks.add(years());
            }
            blocks.add(Block.heading("acte.conditions"));
            blocks.addAll(conditions());
            blocks.add(Block.heading("acte.reste"));
            blocks.addAll(left());
            EtapesGrid etapes = new EtapesGrid(dossier);
            if (seated && !dossier.etapes().isEmpty()) {
                blocks.add(Block.heading("acte.etapes"));
                blocks.add(etapes.block());
            }
            blocks.add(Block.paragraph("acte.signature"));
            return blocks;
        }

        private List<Block> parties() {
            Plan plan = dossier.plan();
            return List.of(
                    Block.heading("acte.parties"),
                    Block.paragraph(
                            "acte.parties.texte",
                            Map.of("epci", FrenchNames.epci(plan.getName()), "siren", plan.getEpci())),
                    Block.paragraph(
                            "acte.objet",
                            Map.of("siege", Textes.yes(dossier.isSeated()), "lieu", ActDraft.at(dossier))));
        }

        private Block years() {
            List<BudgetAnnuel> budget = dossier.plan().getBudget();
            return budget.isEmpty()
                    ? Block.paragraph("acte.exercices.inconnus")
                    : new Block.Grid(
                            Textes.say("acte.exercices.liste"),
                            List.of("Exercice", "Aide au fonctionnement"),
                            budget.stream()
                                    .map(year -> List.of(
                                            Integer.toString(year.getYear()), FrenchNumbers.euros(year.getAid())))
                                    .toList());
        }

        private List<Block> conditions() {
            List<Block> conditions = new ArrayList<>();
            conditions.add(Block.paragraph("acte.condition.plafond"));
            if (dossier.isSeated() && dossier.functionsNeeded() != ScoreFigures.UNKNOWN) {
                List<String> unsure = ActDraft.functions(dossier, Disponibilite.A_VERIFIER);
                conditions.add(Block.paragraph(
                        "acte.condition.fonctions",
                        Map.of(
                                "fonctions", dossier.functionsNeeded(),
                                "restantes", Textes.yes(!unsure.isEmpty()),
                                "liste", Textes.and(unsure))));
            }
            participation().ifPresent(conditions::add);
            conditions.add(Block.paragraph("acte.condition.versement"));
            conditions.add(Block.paragraph("acte.condition.duree"));
            return conditions;
        }

        /** What an investment leaves to whoever owns the work: told where one is aided. */
        private Optional<Block> participation() {
            return dossier.plan().getAid().stream()
                    .filter(line -> line.getLine() == AidLineName.INVESTISSEMENT)
                    .flatMap(line -> line.getTrace().stream())
                    .filter(step -> step.getRule().equals(Rule.PARTICIPATION_MINIMALE.name()))
                    .findFirst()
                    .map(step -> Block.paragraph(
                            "acte.condition.participation",
                            Map.of(
                                    "part",
                                            Objects.requireNonNull(
                                                    step.getOperands().getLast().getAmount()),
                                    "baisse", Textes.yes(step.getDecides()))));
        }

        private List<Block> left() {
            Plan plan = dossier.plan();
            BigDecimal left = plan.getLeftTotal();
            List<Block> blocks = new ArrayList<>();
            blocks.add(
                    left == null
                            ? Block.paragraph("acte.reste.inconnu")
                            : Block.paragraph("acte.reste.total", Map.of("reste", left)));
            if (plan.getSiege() != null) {
                BigDecimal cost = plan.getYear4Cost();
                blocks.add(Block.paragraph(
                        "acte.reste.annee4",
                        Map.of(
                                "connu", Textes.yes(cost != null),
                                "cout", Objects.requireNonNullElse(cost, BigDecimal.ZERO))));
            }
            return blocks;
        }
    }
}
