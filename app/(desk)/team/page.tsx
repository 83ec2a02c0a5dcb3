import type { Metadata } from "next";
import { InvitationList } from "@/components/team/invitation-list";
import { InviteButton } from "@/components/team/invite-button";
import { PeopleList } from "@/components/team/people-list";
import { TeamScreen } from "@/components/team/team-screen";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("team")("title") };
}

export default async function TeamPage() {
  const { role } = await requireViewer("people:manage");
  return (
    <TeamScreen part="people" actions={<InviteButton viewerRole={role} />}>
      <div className="flex flex-col gap-4">
        <p className="text-soft">{getTranslator("team")("intro")}</p>
        <PeopleList viewerRole={role} />
        <InvitationList />
      </div>
    </TeamScreen>
  );
}
