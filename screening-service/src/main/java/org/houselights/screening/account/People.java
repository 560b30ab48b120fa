package org.houselights.screening.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface People extends Repository<Person, UUID> {

    Person save(Person person);

    Optional<Person> findById(UUID id);

    Optional<Person> findByEmail(String email);

    @Query("select p from Person p join p.roles r where p.companyId = :company and r = :role order by p.name, p.id")
    List<Person> findByCompanyAndRole(UUID company, Role role);

    @Query("""
            select p from Person p
            where (:email is null or p.email = :email) and (:role is null or :role member of p.roles)
            order by p.email""")
    Page<Person> list(@Nullable String email, @Nullable Role role, Pageable page);

    /** @param words part of a name or an address, in lower case; empty finds all */
    @Query("""
            select p from Person p
            where (locate(:words, p.email) > 0 or locate(:words, lower(p.name)) > 0)
              and (:role is null or :role member of p.roles)
            order by p.name, p.id""")
    Page<Person> search(String words, @Nullable Role role, Pageable page);

    /** Serialises what changes one person's sessions. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.id = :id")
    Optional<Person> lock(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.email = :email")
    Optional<Person> lockByEmail(String email);

    default Person require(UUID id) {
        return lock(id).orElseThrow(() -> Problems.notFound("person"));
    }
}
