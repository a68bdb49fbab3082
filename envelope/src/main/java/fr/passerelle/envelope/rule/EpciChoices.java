package fr.passerelle.envelope.rule;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.Siege;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be chosen for one EPCI.
 *
 * @param departement its code
 * @param siege the seat that its plan proposes; null where none is
 * @param options at least {@link FundingOption#NOTHING}, which is last; openings first, the earliest first, then studies, the earliest first:
 *     the order in which ties are broken
 * @param engaged what was notified and stands, whatever is chosen; NOTHING where nothing was
 * @param excluded what may not be chosen, with its reason
 */
public record EpciChoices(
        String siren,
        String name,
        String departement,
        Besoin besoin,
        @Nullable Siege siege,
        List<FundingOption> options,
        FundingOption engaged,
        List<ChoixExclu> excluded) {

    /** What one of its options reaches on a criterion, with what was notified. */
    public long value(FundingOption option, Critere critere) {
        return option.value(critere) + engaged.value(critere);
    }

    /** Openings with an option: of the option, or notified. */
    public int openings(FundingOption option) {
        return (option.opens() ? 1 : 0) + (engaged.opens() ? 1 : 0);
    }

    /** Whether an opening may be chosen. */
    public boolean mayOpen() {
        return options.stream().anyMatch(FundingOption::opens);
    }

    /** Whether an option is what it would wait for without: its opening where one may be chosen, else its study. */
    public boolean enters(FundingOption option) {
        return option.financement() == aim();
    }

    /** What it waits for where it waits. */
    public Financement aim() {
        return mayOpen() ? Financement.OUVERTURE : Financement.ETUDE;
    }

    /** Whether it waits under an option: it could open and does not, or could only study and does not. */
    public boolean waits(FundingOption option) {
        return mayOpen() ? !option.opens() : options.size() > 1 && option.isSameAs(FundingOption.NOTHING);
    }
}
