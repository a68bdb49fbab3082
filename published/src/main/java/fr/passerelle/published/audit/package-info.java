/** Who did what, by account identifier: appended, read back page by page, and held against its chain of hashes. */
@NullMarked
package fr.passerelle.published.audit;

import org.jspecify.annotations.NullMarked;
