package fr.passerelle.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Parameter;
import fr.passerelle.sheets.explanation.AlgorithmSheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A barème for machines: what it is named, and what it says where that is asked.
 *
 * @param enVigueur YYYY-MM-DD
 * @param parametres left out where none is asked
 * @param regles left out where none is asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BaremeJson(
        String id,
        String titre,
        @JsonProperty("en_vigueur") String enVigueur,
        String nature,
        String empreinte,
        @Nullable List<Parameter> parametres,
        @Nullable List<AlgorithmSheet.RuleSaid> regles) {

    static BaremeJson of(Bareme bareme) {
        return of(bareme, null, null);
    }

    static BaremeJson of(
            Bareme bareme, @Nullable List<Parameter> parametres, @Nullable List<AlgorithmSheet.RuleSaid> regles) {
        return new BaremeJson(
                bareme.id(),
                bareme.title(),
                bareme.inForce().toString(),
                bareme.nature().name(),
                bareme.sha256(),
                parametres,
                regles);
    }
}
