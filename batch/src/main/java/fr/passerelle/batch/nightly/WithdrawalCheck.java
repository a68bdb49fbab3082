package fr.passerelle.batch.nightly;

import fr.passerelle.published.origin.Registers;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.Run.Withdrawal;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.person.SafeWords;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which registers a person may take back, and which may not come again. */
public record WithdrawalCheck(Registers registers, Runs runs) {

    /** The withdrawal of the only known register whose hash begins so; a RunRefused where there is none, or several. */
    public Withdrawal of(String hash, @Nullable String reason) {
        if (!hash.matches("[0-9a-fA-F]{8,64}(#[1-9][0-9]{0,3}){0,2}")) {
            throw RunRefused.wrongUse(
                    "« " + hash + " » n'est pas une empreinte : donnez au moins les huit premiers chiffres "
                            + "hexadécimaux de celle du registre, et #NUMÉRO pour une feuille parmi d'autres"
                            + " (« ./passerelle files »).");
        }
        List<Registers.Register> found = registers.beginning(hash);
        if (found.size() != 1) {
            throw RunRefused.wrongUse(
                    (found.isEmpty() ? "Aucun registre connu n'a" : found.size() + " registres connus ont")
                            + " une empreinte qui commence par « " + hash
                            + " » (une par feuille d'un classeur) : « ./passerelle files » les montre.");
        }
        // The reason is kept for ever and shown to anyone: only known words stay, so that it can name nobody.
        return new Withdrawal(
                found.getFirst().sha256(),
                found.getFirst().name(),
                reason == null ? null : SafeWords.show(reason.strip()));
    }

    /** @throws RunRefused when nothing remains of one of them */
    public void requireRemaining(List<Withdrawal> withdrawals) {
        withdrawals.forEach(withdrawal -> withdrawn(withdrawal.sha256()).ifPresent(register -> {
            throw new RunRefused("Le registre « " + register.name() + " » est déjà retiré" + by(register)
                    + " : il n'y a rien à faire.");
        }));
    }

    /** @throws RunRefused when one of these files was withdrawn */
    public void requireNeverWithdrawn(List<Input> files) {
        files.forEach(file -> withdrawn(file.identity()).ifPresent(register -> {
            throw new RunRefused("Le fichier « " + file.name() + " » a été retiré" + by(register)
                    + ". Pour l'importer de nouveau malgré cela : « --force ».");
        }));
    }

    private Optional<Registers.Register> withdrawn(String sha256) {
        return registers.beginning(sha256).stream()
                .filter(register -> register.sha256().equals(sha256) && register.withdrawn())
                .findFirst();
    }

    private String by(Registers.Register register) {
        Run run = runs.get(Objects.requireNonNull(register.withdrawnBy()));
        String reason = run.parameters().withdrawals().stream()
                .filter(withdrawal -> withdrawal.sha256().equals(register.sha256()))
                .map(Withdrawal::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("remplacé");
        return " par l'exécution " + run.id() + " (" + reason + ")";
    }
}
