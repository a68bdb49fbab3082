package fr.passerelle.console.programme;

import fr.passerelle.console.operation.OperationRefused;
import fr.passerelle.envelope.scenario.CreditLine;
import fr.passerelle.envelope.scenario.CreditLine.Nature;
import fr.passerelle.envelope.scenario.CreditLines;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Valeur;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The levers as a form: credits by year and line, a share of them all, the value, the equity.
 *
 * @param kept those of the scenario, from which fields that nobody filled come
 * @param departements codes of those that a minimum may be asked for, in order
 */
record LeverForm(CreditLines kept, Valeur keptValeur, List<String> departements, Map<String, String> typed) {

    private static final String SHARE = "part";
    private static final String HIGH_NEED = "besoin";
    private static final int HUNDRED = 100;
    private static final Pattern SIGNS = Pattern.compile("[\\s\\u00a0\\u202f€%]");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,10}([.,]\\d{1,2})?");
    private static final Pattern SMALL = Pattern.compile("\\d{1,3}");

    /** The form of a scenario with what was typed into it. */
    static LeverForm of(CreditLines kept, Enveloppe envelope, Map<String, String> typed) {
        return new LeverForm(
                kept,
                envelope.getValeur(),
                Stream.concat(
                                envelope.getChoix().stream().map(ChoixEpci::getDepartement),
                                kept.lines().stream()
                                        .map(CreditLine::departement)
                                        .filter(Objects::nonNull))
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                typed);
    }

    /** The credits of each year. */
    public SortedMap<Integer, List<CreditLine>> years() {
        return kept.lines().stream()
                .filter(line -> line.nature() == Nature.CREDIT)
                .collect(Collectors.groupingBy(
                        line -> Objects.requireNonNull(line.annee()), TreeMap::new, Collectors.toList()));
    }

    /** Name of the field of an amount. */
    public String field(CreditLine line) {
        return line.annee() + "-" + line.ligne();
    }

    /** What the field of an amount shows. */
    public String amount(CreditLine line) {
        return shown(field(line), Objects.requireNonNull(line.montant()).toPlainString());
    }

    /** Name of the field of a département. */
    public String field(String departement) {
        return "ouvertures-" + departement;
    }

    /** What the field of a département shows. */
    public String floor(String departement) {
        return shown(field(departement), minimum(Nature.OUVERTURES_MINIMUM, departement));
    }

    /** What the field of the share shows. */
    public String share() {
        return shown(SHARE, String.valueOf(HUNDRED));
    }

    /** What the field of high need shows. */
    public String highNeed() {
        return shown(HIGH_NEED, minimum(Nature.PART_BESOIN_ELEVE, null));
    }

    private String shown(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise.replace('.', ','));
    }

    private String minimum(Nature nature, @Nullable String departement) {
        return kept.lines().stream()
                .filter(line -> line.nature() == nature && Objects.equals(line.departement(), departement))
                .map(line -> String.valueOf(line.minimum()))
                .findFirst()
                .orElse("0");
    }

    /** The value function that is chosen; that of the scenario where none is. */
    public Valeur valeur() {
        return Arrays.stream(Valeur.values())
                .filter(valeur -> valeur.name().equals(typed.get("valeur")))
                .findFirst()
                .orElse(keptValeur);
    }

    /**
     * The credits that it asks for.
     *
     * @throws OperationRefused where a field holds no amount, no number of openings or no percentage
     */
    CreditLines credits() {
        int share = small(share(), "part");
        Map<String, BigDecimal> votes = years().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(this::field, line -> part(amount(line), share)));
        int highNeed = small(highNeed(), "besoin");
        if (highNeed > HUNDRED) {
            throw new OperationRefused("programmation.refus.besoin", highNeed());
        }
        return new CreditLines(Stream.of(
                        kept.lines().stream()
                                .filter(line -> line.montant() != null)
                                .map(line -> with(line, votes.getOrDefault(field(line), BigDecimal.ZERO))),
                        departements.stream()
                                .map(code -> row(Nature.OUVERTURES_MINIMUM, code, small(floor(code), "ouvertures"))),
                        Stream.of(row(Nature.PART_BESOIN_ELEVE, null, highNeed)))
                .flatMap(lines -> lines)
                .filter(line -> line.montant() != null || Objects.requireNonNull(line.minimum()) > 0)
                .toList());
    }

    /** What is promised elsewhere goes with the votes that a share lowers: nobody may promise more. */
    private static CreditLine with(CreditLine line, BigDecimal vote) {
        BigDecimal amount = line.nature() == Nature.CREDIT
                ? vote
                : Objects.requireNonNull(line.montant()).min(vote);
        return new CreditLine(line.nature(), line.annee(), line.ligne(), amount, line.report(), null, null);
    }

    private static BigDecimal part(String typed, int share) {
        String bare = bare(typed);
        if (!AMOUNT.matcher(bare).matches()) {
            throw new OperationRefused("programmation.refus.montant", typed);
        }
        return new BigDecimal(bare.replace(',', '.'))
                .multiply(BigDecimal.valueOf(share))
                .divide(BigDecimal.valueOf(HUNDRED), 2, RoundingMode.HALF_UP);
    }

    private static CreditLine row(Nature nature, @Nullable String departement, int minimum) {
        return new CreditLine(nature, null, null, null, false, departement, minimum);
    }

    private static int small(String typed, String field) {
        if (!SMALL.matcher(bare(typed)).matches()) {
            throw new OperationRefused("programmation.refus." + field, typed);
        }
        return Integer.parseInt(bare(typed));
    }

    private static String bare(String typed) {
        return SIGNS.matcher(typed).replaceAll("");
    }
}
