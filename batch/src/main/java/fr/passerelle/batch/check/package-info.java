/** Whether the topics say what the journal and the results say: each record once, in its order, with the same bytes. */
@NullMarked
package fr.passerelle.batch.check;

import org.jspecify.annotations.NullMarked;
