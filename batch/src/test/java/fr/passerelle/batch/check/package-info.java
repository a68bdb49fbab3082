/** Verification, tested without servers; what it finds on real ones is proven in dev/proof. */
@NullMarked
package fr.passerelle.batch.check;

import org.jspecify.annotations.NullMarked;
