package org.houselights.screening.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Whoever changes the passkeys of a person holds the lock of the person. */
interface Passkeys extends Repository<Passkey, UUID> {

    Passkey save(Passkey passkey);

    @Query("select p from Passkey p where p.personId = :person order by p.addedAt, p.id")
    List<Passkey> of(UUID person);

    @Query("select p.personId from Passkey p where p.credential.credentialId = :credential")
    Optional<UUID> ownerOf(String credential);

    @Query("select p from Passkey p where p.credential.credentialId = :credential")
    Optional<Passkey> find(String credential);

    @Modifying
    @Query("delete from Passkey p where p.id = :id and p.personId = :person")
    int remove(UUID id, UUID person);

    @Modifying
    @Query("delete from Passkey p where p.personId = :person")
    int removeAll(UUID person);
}
