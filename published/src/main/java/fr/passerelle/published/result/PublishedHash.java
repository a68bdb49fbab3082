package fr.passerelle.published.result;

import fr.passerelle.schemas.contract.ResultHash;

/**
 * The hash under which a run was published, or a replay completed.
 *
 * @param id of the run, such as N-000012
 * @param asOf month, YYYY-MM
 */
record PublishedHash(String id, String baremeHash, String asOf, String resultHash) {

    /** @throws HashMismatch when it is another one */
    void require(ResultHash found) {
        if (!resultHash.equals(found.of(baremeHash, asOf))) {
            throw mismatch();
        }
    }

    HashMismatch mismatch() {
        return new HashMismatch(id);
    }
}
