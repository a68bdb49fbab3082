/** Who alone may write: the lock of the live log. */
@NullMarked
package fr.passerelle.planning.lock;

import org.jspecify.annotations.NullMarked;
