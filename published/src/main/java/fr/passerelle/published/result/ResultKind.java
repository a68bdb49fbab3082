package fr.passerelle.published.result;

import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import org.apache.avro.specific.SpecificRecord;

/** What results are records of. */
public record ResultKind<T extends SpecificRecord>(ResultHash.Type type, Class<T> record) {

    static final ResultKind<Frequentation> SCORE = new ResultKind<>(ResultHash.Type.SCORE, Frequentation.class);
    public static final ResultKind<Conversion> CONVERSION =
            new ResultKind<>(ResultHash.Type.CONVERSION, Conversion.class);
    public static final ResultKind<Plan> PLAN = new ResultKind<>(ResultHash.Type.PLAN, Plan.class);
}
